"""Templates are compiled once for each language, and each reader gets their own."""

from uuid import uuid4

import pytest
from flask import Flask, url_for
from jinja2 import DictLoader

from matcher.foundation.words import Language
from matcher.web.house import House
from matcher.web.paper import Paper
from matcher.web.words import language, speak

PAGES = {
    "name.html": '{{ _("Read about %(name)s", name=name) }}',
    "share.html": '{{ _("100 %% of %(name)s", name=name) }} {{ _("100 %%") }}',
    "page.html": '{% from "part.html" import part %}{{ part() }} {{ once(part) }}',
    "gaps.html": (
        '{% from "bar.html" import bar %}{{ with_gaps(bar, place, name=name, seal=seal) }}'
    ),
    "bar.html": (
        "{% macro bar(place, name, seal) %}"
        "{{ place }}: {{ name }}, {{ seal }}, {{ name }}{% endmacro %}"
    ),
    "part.html": '{% set word = _("Home") %}{% macro part() %}{{ word }}{% endmacro %}',
}


@pytest.fixture
def paper(app: Flask) -> Paper:
    made = Paper(app, loader=DictLoader(PAGES), autoescape=app.select_jinja_autoescape)
    made.add_extension("jinja2.ext.i18n")
    made.globals["_"] = lambda text: text
    made.globals["language"] = language
    return made


def test_two_readers_of_one_page_read_it_in_their_own_language(app: Flask) -> None:
    browser = app.test_client()
    for _each in range(2):
        for chosen, words in (("nl", "De acht tips"), ("en", "The eight tips")):
            browser.set_cookie("language", chosen)
            assert words in browser.get("/tips").text


def test_what_is_put_in_a_sentence_is_escaped(app: Flask, paper: Paper) -> None:
    with app.test_request_context():
        speak(Language.NL)
        assert paper.get_template("name.html").render(name="<b>") == "Lees over &lt;b&gt;"


def test_a_per_cent_sign_is_written_double(app: Flask, paper: Paper) -> None:
    with app.test_request_context():
        assert paper.get_template("share.html").render(name="you") == "100 % of you 100 %"


def test_a_part_that_is_kept_is_kept_for_its_language(app: Flask, paper: Paper) -> None:
    for spoken, words in ((Language.NL, "Start"), (Language.EN, "Home"), (Language.NL, "Start")):
        with app.test_request_context():
            speak(spoken)
            assert paper.get_template("page.html").render() == f"{words} {words}"


def test_an_address_is_another_one_below_another_root(app: Flask) -> None:
    assert isinstance(app, House)
    for root in ("", "/below", ""):
        with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": root}):
            assert url_for("home.tips") == f"{root}/tips"
            assert url_for("home.tips", x=1) == f"{root}/tips?x=1"
            assert url_for("home.tips", x=True) == f"{root}/tips?x=True"
            assert url_for("home.tips", x=[1, 2]) == f"{root}/tips?x=1&x=2"
            assert url_for("home.tips", _anchor="top") == f"{root}/tips#top"


def test_what_is_somebodys_own_is_filled_in_each_time_and_escaped(app: Flask, paper: Paper) -> None:
    page = paper.get_template("gaps.html")
    with app.test_request_context():
        assert page.render(place="<i>", name="Ann", seal="1") == "&lt;i&gt;: Ann, 1, Ann"
        assert (
            page.render(place="<i>", name="<b>", seal="2") == "&lt;i&gt;: &lt;b&gt;, 2, &lt;b&gt;"
        )
        assert page.render(place="here", name="Bo", seal="3") == "here: Bo, 3, Bo"


def test_nobody_can_type_what_is_filled_in(app: Flask, paper: Paper) -> None:
    typed = "\x00seal\x00"
    with app.test_request_context():
        page = paper.get_template("gaps.html").render(place="here", name=typed, seal="secret")
    assert page.count("secret") == 1


def test_an_address_holds_the_keys_it_was_asked_for(app: Flask) -> None:
    one, other = uuid4(), uuid4()
    with app.test_request_context("/"):
        for first, second in ((one, other), (other, one), (one, one)):
            assert url_for("pairings.show", pairing_id=first, back=second) == (
                f"/pairings/{first}?back={second}"
            )
        assert url_for("pairings.show", pairing_id=one) == f"/pairings/{one}"
        assert url_for("pairings.show", pairing_id=str(one)) == f"/pairings/{one}"
