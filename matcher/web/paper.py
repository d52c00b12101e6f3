"""Templates, compiled once for each language, with their sentences already said.

A page says a hundred sentences, most of them the same for everybody. Looked up one by one they
were a quarter of its work; said while the template is compiled they are plain text in it.
"""

from collections.abc import MutableMapping
from types import FunctionType, MethodType
from typing import Any

from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer

from matcher.foundation.words import Language
from matcher.web.gaps import each_line, once, with_gaps
from matcher.web.words import language, say_in

PLAIN = {FunctionType, MethodType}


class Calls(Context):
    """Calls what templates call most, macros and plain functions, without asking twice what it is.

    A page calls a hundred of them, and asking took longer than most of what they do.
    """

    def call(self, called: Any, /, *given: Any, **named: Any) -> Any:
        kind = type(called)
        if kind is Macro or (kind in PLAIN and not hasattr(called, "jinja_pass_arg")):
            named.pop("_loop_vars", None)  # for those who ask for the whole context
            named.pop("_block_vars", None)
            return (
                called(self.eval_ctx, *given, **named) if kind is Macro else called(*given, **named)
            )
        return super().call(called, *given, **named)


class Component(Template):
    """A template whose macros are imported as they are.

    Jinja compares the globals of both templates at every import, which takes longer than the
    import. Ours have no globals of their own.
    """

    def _get_default_module(self, _ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class Paper(Environment):
    """Hands out each template in the reader's language."""

    template_class = Component
    context_class = Calls
    spoken: Language | None = None

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.globals |= {"once": once, "with_gaps": with_gaps, "each_line": each_line}
        self._papers: dict[Language, Paper] = {}
        # Found once: a page has some fifteen parts, and each is asked for by its name.
        self._known: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # its name in Jinja
    ) -> Template:
        if self.spoken is None:
            return self._in(language()).get_template(name, parent, globals)
        if self.auto_reload or globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._known:
            self._known[name] = super().get_template(name, parent)
        return self._known[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give all templates the same globals. Jinja lays a map of maps over them for each."""
        return super().make_globals(d) if d else self.globals

    def _in(self, spoken: Language) -> "Paper":
        """Make the paper of a language once: templates, filters and globals are the same."""
        if spoken not in self._papers:
            paper = self.overlay()
            paper.spoken = spoken
            paper._known = {}  # noqa: SLF001  # one of our own
            self._papers[spoken] = paper
        return self._papers[spoken]

    def _generate(self, source: nodes.Template, name: str | None, *rest: Any, **more: Any) -> str:
        if self.spoken and name and name.endswith(".html"):
            Saying(self.spoken).visit(source).set_environment(self)
        return super()._generate(source, name, *rest, **more)


class Saying(NodeTransformer):
    """Puts the words of a language in the place of `_("…")`."""

    def __init__(self, spoken: Language) -> None:
        self.spoken = spoken

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # named after the node
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str(text))], kwargs=values
            ) if node.dyn_args is None and node.dyn_kwargs is None:
                return _said(say_in(self.spoken, text), values, node.lineno)
        return node


def _said(words: str, values: list[nodes.Keyword], line: int) -> nodes.Expr:
    """A sentence is always a pattern, with `%%` for a per cent sign, as in newer gettext."""
    if not values:
        return nodes.MarkSafe(nodes.Const(words % {}, lineno=line), lineno=line)
    named = [nodes.Pair(nodes.Const(each.key), each.value, lineno=line) for each in values]
    pattern = nodes.MarkSafe(nodes.Const(words, lineno=line), lineno=line)
    return nodes.Mod(pattern, nodes.Dict(named, lineno=line), lineno=line)
