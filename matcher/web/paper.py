"""Templates, compiled once for each language, with their sentences already said.

A page says a hundred sentences, most of them the same for everybody. Looked up one by one they
were a quarter of its work; said while the template is compiled they are plain text in it.
"""

import re
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from types import FunctionType, MethodType
from typing import Any

from flask import has_request_context, request
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from matcher.foundation.words import Language
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


@lru_cache(maxsize=200)
def _once(macro: Callable[..., str], _root: str, *given: object) -> str:
    return macro(*given)


def once(macro: Callable[..., str], *given: object) -> str:
    """Fill in once what stands on every page, as `once(foot, frame.theme)`.

    Only for what is the same for everybody. A macro is another one in each language.
    """
    return _once(macro, request.script_root if has_request_context() else "", *given)


# Stands where a value is filled in: nothing that people type, nor any address, can hold it.
GAP = "\x00{}\x00"


@lru_cache(maxsize=1000)
def _pieces(
    macro: Callable[..., str], _root: str, names: tuple[str, ...], *given: object
) -> tuple[str, ...]:
    """Fill in a macro with gaps, and cut it there: text, name, text, name, …, text."""
    page = macro(*given, **{name: Markup(GAP.format(name)) for name in names})  # noqa: S704  # our own names
    return tuple(re.split("\x00([a-z]+)\x00", page))


def with_gaps(macro: Callable[..., str], *given: object, **gaps: str) -> Markup:
    """Fill in once what is the same for many, and each time what is somebody's own.

    `with_gaps(top, frame.nav, name=frame.name)`: what is given by name is kept nowhere.
    """
    root = request.script_root if has_request_context() else ""
    pieces = list(_pieces(macro, root, tuple(gaps), *given))
    own = {name: str(escape(value)) for name, value in gaps.items()}
    pieces[1::2] = [own[name] for name in pieces[1::2]]
    return Markup("".join(pieces))  # noqa: S704  # made by the macro, and escaped above


class Paper(Environment):
    """Hands out each template in the reader's language."""

    template_class = Component
    context_class = Calls
    spoken: Language | None = None

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.globals |= {"once": once, "with_gaps": with_gaps}
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
