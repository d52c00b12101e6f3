"""Many lines are filled in at once, and each says just what it says."""

from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from matcher.web.gaps import each_line

ENVIRONMENT = Environment(autoescape=True)
MACRO = """
{%- macro line(look, name, about) -%}
<p{% if look %} class="{{ look }}"{% endif %} title="{{ name }}">{{ name }}: {{ about }}
{%- for each in varargs %}, {{ each }}{% endfor %}</p>
{%- endmacro -%}
"""


def macro(name: str, text: str) -> Any:
    return vars(ENVIRONMENT.from_string(text).module)[name]


LINE = macro("line", MACRO)


def test_each_line_says_its_own_and_looks_as_it_is_told() -> None:
    lines = [("", ["Yara", "one"]), ("bold", ["Kasia", "two", "x", "y"]), ("", ["Noor", "three"])]

    assert each_line(LINE, lines) == (
        '<p title="Yara">Yara: one</p>'
        '<p class="bold" title="Kasia">Kasia: two, x, y</p>'
        '<p title="Noor">Noor: three</p>'
    )


@pytest.mark.parametrize("name", ["<b>", 'a"b', "O'Hara & co", "{0}", "%s", "", " "])
def test_what_is_said_is_text_whatever_stands_in_it(name: str) -> None:
    said = Markup.escape(name)

    assert each_line(LINE, [("", [name, "x"])]) == f'<p title="{said}">{said}: x</p>'
    assert each_line(LINE, [("", [name, "x"])]) == LINE("", name, "x")


def test_nothing_is_made_of_nothing() -> None:
    assert each_line(LINE, []) == ""


def test_a_value_never_becomes_two() -> None:
    lines = [("", ["a\x00b", "c"]), ("", ["d", "e"])]

    assert each_line(LINE, lines) == LINE("", "ab", "c") + LINE("", "d", "e")


def test_a_line_may_say_nothing() -> None:
    bare = macro("bare", "{% macro bare(look) %}<hr>{% endmacro %}")
    one = macro("one", "{% macro one(look, x) %}<i>{{ x }}</i>{% endmacro %}")

    assert each_line(bare, [("", []), ("", [])]) == "<hr><hr>"
    assert each_line(one, [("", ["&"]), ("", ["b"])]) == "<i>&amp;</i><i>b</i>"
