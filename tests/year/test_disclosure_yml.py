from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model import DisclosureFacts, Layout, Metal, Route
from generator.year.disclosure_yml import read_disclosure_yml
from tests.support.builders import YML


def read(tmp_path: Path, text: str | bytes) -> DisclosureFacts:
    """The facts of a file with this text."""
    path = tmp_path / "disclosure.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_disclosure_yml(path, "d.yml")[0]


def refused(tmp_path: Path, old: str, new: str) -> list[str]:
    """The findings with which the file is refused, after another entry was put in."""
    assert old in YML
    with pytest.raises(InputError) as stopped:
        read(tmp_path, YML.replace(old, new))
    return [str(finding) for finding in stopped.value.findings]


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    facts = read(tmp_path, YML)
    assert facts.registrant.name == "Invented Devices, Inc."
    assert facts.registrant.commission_file_number == "001-00042"
    assert facts.registrant.address.zip == "00042"
    assert facts.period == 2021
    assert facts.form.route is Route.REPORT
    assert facts.filing.date == dt.date(2022, 5, 31)
    assert [status.label for status in facts.statuses] == ["Conformant", "Open"]
    assert facts.origins is None


def test_entries_without_a_value_count_as_not_given(tmp_path: Path) -> None:
    text = YML.replace("ein: 00-0000042", "ein:") + "notice:\norigins:\ncovered_countries: []\naudit: {}\n"
    facts = read(tmp_path, text)
    assert (facts.registrant.ein, facts.notice, facts.origins, facts.covered_countries, facts.audit) == (
        None,
    ) * 5


@pytest.mark.parametrize("word", ["no", "yes", "on", "1.10", "0x1F", "2022-05-31", "NA", "1_000"])
def test_a_text_is_the_text_that_was_typed(tmp_path: Path, word: str) -> None:
    facts = read(tmp_path, YML.replace("jurisdiction: Delaware", f"jurisdiction: {word}"))
    assert facts.registrant.jurisdiction == word


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("wrong", ["answered: many", "answers: 6", "answered: 6: 6"])
def test_lines_are_counted_by_line_feeds_alone(tmp_path: Path, character: str, wrong: str) -> None:
    text = YML.replace("jurisdiction: Delaware", f'jurisdiction: "Dela{character}ware"')
    number = YML[: YML.index("answered: 6")].count("\n") + 1
    with pytest.raises(InputError) as stopped:
        read(tmp_path, text.replace("answered: 6", wrong))
    assert str(stopped.value.findings[-1].where) == f"d.yml:{number}"


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistakes(tmp_path: Path) -> None:
    text = YML.replace("Ina Invented", "Iña Invented").replace("\n", "\r\n")
    facts = read(tmp_path, b"\xef\xbb\xbf" + text.encode())
    assert facts.registrant.contact.name == "Iña Invented"


def test_each_entry_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "disclosure.yml"
    path.write_text(YML)
    _, lines = read_disclosure_yml(path, "d.yml")
    text = YML.splitlines()
    assert text[lines[("registrant", "name")] - 1] == "  name: Invented Devices, Inc."
    assert text[lines[("statuses", 1, "label")] - 1] == "  - label: Open"
    assert text[lines[("annex", "columns")] - 1].startswith("  columns: [metal")


@pytest.mark.parametrize(
    ("origins", "metals_by_country"),
    [
        ("{countries: [Peru, Brazil]}", {"Brazil": (), "Peru": ()}),
        (
            "{by_metal: {Tin: [Peru], Gold: [Peru, Brazil]}}",
            {"Brazil": (Metal.GOLD,), "Peru": (Metal.GOLD, Metal.TIN)},
        ),
        (
            "{by_country: {Peru: [Tin], Brazil: [Gold, Tin]}}",
            {"Brazil": (Metal.GOLD, Metal.TIN), "Peru": (Metal.TIN,)},
        ),
        (
            "{by_country: {Peru: [Tin], Brazil: [], Chile: }}",
            {"Brazil": (), "Chile": (), "Peru": (Metal.TIN,)},
        ),
        (
            "{countries: [Chile, Peru], by_country: {Peru: [Tin]}, by_metal: {Gold: [Peru]}, recycled: yes}",
            {"Chile": (), "Peru": (Metal.GOLD, Metal.TIN)},
        ),
        ("{by_smelter: {CID000001: [Peru, Chile]}}", {"Chile": (), "Peru": ()}),
    ],
    ids=[
        "list",
        "list per metal",
        "metals per country",
        "a country without metals",
        "a mixture",
        "by smelter",
    ],
)
def test_every_country_of_origin_counts_whatever_its_shape(
    tmp_path: Path, origins: str, metals_by_country: dict[str, tuple[Metal, ...]]
) -> None:
    facts = read(tmp_path, f"{YML}origins: {origins}\n")
    assert facts.origins is not None
    assert facts.origins.metals_by_country == metals_by_country


def test_a_year_can_say_that_origins_were_not_determined(tmp_path: Path) -> None:
    facts = read(tmp_path, f"{YML}origins: {{determined: no}}\n")
    assert facts.lacks_origins
    with pytest.raises(InputError, match="no countries where determined is no"):
        read(tmp_path, f"{YML}origins: {{determined: no, countries: [Peru]}}\n")


def test_the_layout_can_be_overridden(tmp_path: Path) -> None:
    facts = read(tmp_path, YML.replace("form: {", "form: {layout: 2013-2019, "))
    assert facts.form.layout is Layout.FROM_2013


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "registrant:\n",
            "registrant: Invented\nzzz:\n",
            [
                "YM-004 error: 'registrant' is 'Invented' (d.yml:1). Expected: entries below it, indented.",
                "YM-002 error: 'zzz' is not known (d.yml:2). "
                f"Known here: {', '.join(DisclosureFacts.model_fields)}.",
            ],
        ),
        (
            "name: Invented Devices, Inc.",
            "name: [Invented, Devices]",
            ["YM-004 error: 'registrant.name' does not fit (d.yml:2). Expected: a text."],
        ),
        (
            "columns: [metal, name, country_as_filed, country, status]",
            "columns: metal, name, country, status",
            [
                "YM-004 error: 'annex.columns' is 'metal, name, country, status' (d.yml:47). "
                "Expected: a list, each line beginning with '- '."
            ],
        ),
        (
            "[metal, name, country_as_filed, country, status]",
            "[metal, country]",
            ["YM-004 error: 'annex.columns' does not fit (d.yml:47). Expected: the column name as well."],
        ),
        (
            "[metal, name, country_as_filed, country, status]",
            "[metal, name, programme]",
            [
                "YM-004 error: 'annex.columns[3]' is 'programme' (d.yml:47). Expected: one of cid, metal,"
                " name, country_as_filed, country, city, state, status, status_as_of, recycled, footnote,"
                " list."
            ],
        ),
        (
            "[metal, name, country_as_filed, country, status]",
            "[metal, name, name, country, status]",
            ["YM-004 error: 'annex.columns[3]' is 'name' (d.yml:47). Expected: each column once."],
        ),
        (
            "period: 2021",
            "period: 2012",
            ["YM-004 error: 'period' is '2012' (d.yml:16). Expected: at least 2013."],
        ),
        (
            "period: 2021",
            "period: 2101",
            ["YM-004 error: 'period' is '2101' (d.yml:16). Expected: at most 2100."],
        ),
        (
            "commission_file_number: 001-00042",
            "commission_file_number: 1/42",
            [
                "YM-004 error: 'registrant.commission_file_number' is '1/42' (d.yml:5). "
                "Expected: a Commission file number as EDGAR has it, such as 1-768, 001-9610, 333-201234 or "
                "333-201234-01."
            ],
        ),
        (
            "period:",
            "origins: {recycled: no}\nperiod:",
            [
                "YM-004 error: 'origins' does not fit (d.yml:16). "
                "Expected: at least one of countries, by_metal, by_country, by_smelter and recycled."
            ],
        ),
        (
            "period:",
            "origins: {by_metal: {Tinn: [Peru]}}\nperiod:",
            [
                "YM-004 error: 'origins.by_metal.Tinn' is 'Tinn' (d.yml:16). "
                "Expected: one of Gold, Tantalum, Tin, Tungsten. Did you mean 'Tin'?"
            ],
        ),
        (
            "  signed_on: 2022-05-31\n  state: final\n  date: 2022-05-31\n"
            "  signatory:\n    name: Ina Invented\n    title: Chief Invention Officer\n"
            "  signed_elsewhere: Invented, so that nobody signs\n",
            "  state: final\n",
            [
                "YM-004 error: 'filing.signed_on' is not given (d.yml:18). "
                "Expected: signed_on and signatory, because the state is final."
            ],
        ),
        (
            "  signed_on: 2022-05-31\n  state: final\n  date: 2022-05-31\n"
            "  signatory:\n    name: Ina Invented\n    title: Chief Invention Officer\n"
            "  signed_elsewhere: Invented, so that nobody signs\n",
            "  state: final\n  date: 2022-05-30\n  signatory: {name: Ina, title: Officer}\n",
            [
                "YM-004 error: 'filing.signed_on' is not given (d.yml:18). Expected: signed_on, because the "
                "state is final. Add 'signed_on: 2022-05-30' below 'filing', if it was signed on that day: "
                "date is the day of filing with the SEC."
            ],
        ),
        (
            "    title: Chief Invention Officer\n",
            "    titel: Chief Invention Officer\n",
            [
                "YM-003 error: 'filing.signatory.title' is not given (d.yml:22). Add the entry 'title'.",
                "YM-002 error: 'filing.signatory.titel' is not known (d.yml:24). Did you mean 'title'?",
            ],
        ),
    ],
    ids=lambda value: value.strip().partition("\n")[0][:40] if isinstance(value, str) else "",
)
def test_a_mistake_is_named_with_its_line_and_what_is_expected(
    tmp_path: Path, old: str, new: str, says: list[str]
) -> None:
    assert refused(tmp_path, old, new) == says


@pytest.mark.parametrize(
    "date",
    [
        "20220531",
        "2022",
        "1653955200",
        "5/31/2022",
        "31.05.2022",
        "May 31, 2022",
        "2022-02-30",
        "2022-5-31",
        "2022-05-31 10:00",
        "tomorrow",
    ],
)
def test_a_date_is_year_month_day_and_nothing_else(tmp_path: Path, date: str) -> None:
    assert refused(tmp_path, "date: 2022-05-31", f"date: {date}") == [
        f"YM-004 error: 'filing.date' is '{date}' (d.yml:21). Expected: a date such as 2022-05-31."
    ]


@pytest.mark.parametrize("number", ["many", "7.5", "-7", "–", "unknown"])
def test_a_figure_holds_a_whole_number(tmp_path: Path, number: str) -> None:
    assert refused(tmp_path, "suppliers: 7", f"suppliers: {number}") == [
        f"YM-004 error: 'survey.suppliers' is '{number}' (d.yml:30). Expected: a whole number, or words that"
        " hold one, such as approximately 7,000."
    ]


@pytest.mark.parametrize(
    ("stated", "text", "value", "exact"),
    [
        ("503", "503", 503, 503),
        ("7,000", "7000", 7000, 7000),
        ("approximately 7,000", "approximately 7,000", 7000, None),
        ("between 40 and 50", "between 40 and 50", None, None),
        ("all", "all", None, None),
        ("seven", "seven", None, None),
        ("81.11 %", "81.11 %", None, None),
        ("7,000 or more", "7,000 or more", 7000, None),
        ("more than 5,600", "more than 5,600", 5600, None),
        ("hundreds of", "hundreds of", None, None),
    ],
)
def test_a_figure_is_as_the_filer_words_it(
    tmp_path: Path, stated: str, text: str, value: int | None, exact: int | None
) -> None:
    figure = read(tmp_path, YML.replace("suppliers: 7", f"suppliers: {stated}")).survey.suppliers
    assert figure is not None
    assert (figure.text, figure.value, figure.exact) == (text, value, exact)


@pytest.mark.parametrize(
    ("entry", "stated", "behind"),
    [
        ("suppliers", "approximately 7,000 suppliers", "suppliers"),
        ("suppliers", "7,000 or more direct suppliers", "or more direct suppliers"),
        ("suppliers", "81.11% of suppliers", "of suppliers"),
        ("spend_share", "99% of spend", "of spend"),
        ("response_rate", "81.11 percent of those asked", "percent of those asked"),
    ],
)
def test_a_figure_has_no_words_behind_it_that_the_sentences_add(
    tmp_path: Path, entry: str, stated: str, behind: str
) -> None:
    example = "approximately 7,000" if entry == "suppliers" else "81.11% or more than 99%"
    instead = f"{entry}: {stated}" if entry == "suppliers" else f"suppliers: 7\n  {entry}: {stated}"
    (message,) = refused(tmp_path, "suppliers: 7", instead)
    assert message.startswith(f"YM-004 error: 'survey.{entry}' is '{stated}' (d.yml:3")
    assert message.endswith(
        f"Expected: the figure with its wording alone, such as {example}, without '{behind}' behind it."
    )


@pytest.mark.parametrize("share", ["between 80% and 90%", "81.11 %", "100 percent", "more than 99 per cent"])
def test_a_share_keeps_its_wording(tmp_path: Path, share: str) -> None:
    text = YML.replace("suppliers: 7", f"suppliers: 7\n  spend_share: {share}")
    assert read(tmp_path, text).survey.spend_share == share


def test_a_survey_without_figures_has_none(tmp_path: Path) -> None:
    text = YML.replace("  suppliers: 7\n  answered: 6\n", "").replace("  answer_level: company\n", "")
    survey = read(tmp_path, text).survey
    assert (survey.suppliers, survey.answered, survey.answer_level, survey.counted) == (
        None,
        None,
        None,
        None,
    )


ELSEWHERE = "  signed_elsewhere: Invented, so that nobody signs\n"
COVER = (
    "  jurisdiction: Delaware\n  commission_file_number: 001-00042\n  ein: 00-0000042\n  address:\n"
    "    street: 1 Invented Street\n    city: Invented City\n    state: Ohio\n    zip: 00042\n  contact:\n"
    "    name: Ina Invented\n    telephone: (555) 555-0142\n"
    "  disclosure_url: https://www.example.com/conflict-minerals/2021/\n"
)
SIGNED = "  date: 2022-05-31\n  signatory:\n    name: Ina Invented\n    title: Chief Invention Officer\n"


def test_a_restated_filing_may_lack_the_cover_and_the_signature(tmp_path: Path) -> None:
    facts = read(tmp_path, YML.replace(COVER, "").replace(SIGNED, ""))
    assert facts.filing.state == "final"
    assert not facts.has_form
    assert read(tmp_path, YML).has_form


def test_a_disclosure_that_is_made_here_needs_the_cover(tmp_path: Path) -> None:
    text = YML.replace(COVER, "").replace(ELSEWHERE, "")
    with pytest.raises(InputError) as stopped:
        read(tmp_path, text)
    assert sorted(str(finding).split(" is not given")[0] for finding in stopped.value.findings) == [
        f"YM-003 error: 'registrant.{name}'"
        for name in (
            "address.city",
            "address.street",
            "commission_file_number",
            "contact.name",
            "contact.telephone",
            "disclosure_url",
            "jurisdiction",
        )
    ]


def test_only_a_disclosure_that_is_made_here_uses_the_usual_questionnaire_unasked(tmp_path: Path) -> None:
    tool = YML[YML.index("  tool: ") : YML.index("  answer_level")]
    restated = read(tmp_path, YML.replace(tool, ""))
    own = read(tmp_path, YML.replace(tool, "").replace(ELSEWHERE, ""))
    assert (restated.survey.tool_abbreviation, own.survey.tool_abbreviation) == (None, "CMRT")


def test_counts_may_have_separators_as_a_filing_prints_them(tmp_path: Path) -> None:
    stated = '{total: "7,000", by_metal: {Gold: "1,200"}, by_programme: {RMAP: "6,543"}}'
    counts = read(tmp_path, f"{YML}counts: {stated}\n").counts
    assert counts is not None
    assert (counts.total, counts.by_metal, counts.by_programme) == (
        7000,
        {Metal.GOLD: 1200},
        {"RMAP": 6543},
    )


def test_an_approximate_total_of_counts_stays_in_the_words_of_the_filing(tmp_path: Path) -> None:
    counts = read(tmp_path, f"{YML}counts: {{total: approximately 250}}\n").counts
    assert counts is not None
    assert (counts.total, counts.total_in_words) == (None, "approximately 250")


@pytest.mark.parametrize("number", ["70,00", "7,0000", ",700", "-7,000"])
def test_a_misplaced_separator_in_counts_is_refused(tmp_path: Path, number: str) -> None:
    with pytest.raises(InputError, match="whole number"):
        read(tmp_path, f'{YML}counts: {{total: "{number}"}}\n')


@pytest.mark.parametrize(
    ("name", "metals"),
    [
        ("Gold", "Gold"),
        ("au", "Gold"),
        ("Tungsten/Tin", "Tin and Tungsten"),
        ("Cobalt and tin", "Tin"),
        ("3TG", "Gold and Tantalum and Tin and Tungsten"),
    ],
)
def test_a_mineral_of_the_rule_is_no_other_mineral(tmp_path: Path, name: str, metals: str) -> None:
    assert refused(tmp_path, "period:", f"other_minerals:\n  - Cobalt\n  - {name}\nperiod:") == [
        f"YM-004 error: 'other_minerals[2]' is '{name}' (d.yml:18). "
        f"Expected: minerals beside the four of the rule; this one names {metals}."
    ]


def test_counts_name_statuses_of_the_vocabulary(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"'counts.by_status.Closed' is not known \(d.yml:\d+\). Expected: one of"
    ):
        read(tmp_path, f"{YML}counts: {{by_status: {{Closed: 3}}}}\n")


@pytest.mark.parametrize("sign", ["@", "%", "`", "*", "- ", "? ", "> ", "| "])
def test_a_sign_that_cannot_begin_a_text_is_named_with_the_text_in_quotes(tmp_path: Path, sign: str) -> None:
    with pytest.raises(InputError) as stopped:
        read(tmp_path, f"a: 1\nb: {sign}c d\n")
    assert str(stopped.value) == (
        f"YM-001 error: the file is not valid YAML: a text begins with {sign.strip()} (d.yml:2). "
        f'Put quotes around the whole text: "{sign}c d".'
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b: c", "a text with a colon stands without quotes (d.yml:1)"),
        ("a: 1\n---\nb: 2", "a line with --- stands in it (d.yml:2)"),
    ],
)
def test_what_is_no_yaml_is_named_in_plain_words(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError) as stopped:
        read(tmp_path, text)
    assert str(stopped.value) == (
        f"YM-001 error: the file is not valid YAML: {says}. "
        "Check the indentation, the colon after each entry, and quotes around texts with ':' or '#'."
    )


@pytest.mark.parametrize(
    "text",
    [
        'a: 1\nb: "two\n',
        "a: 1\nb: 'two\nc: 3\n",
        'a: 1\nb: "two\nc: 3\n# quotes (") are straight\nd: 4\ne: "five"\n',
        'a: "on two\n  lines"\nb: "two\nc: "three"\n',
    ],
)
def test_a_quote_that_is_not_closed_is_told_where_it_begins(tmp_path: Path, text: str) -> None:
    line = text.split("\n").index(next(one for one in text.split("\n") if one.startswith("b:"))) + 1
    with pytest.raises(InputError) as stopped:
        read(tmp_path, text)
    assert str(stopped.value) == (
        f"YM-001 error: the file is not valid YAML: a quote is not closed (d.yml:{line}). "
        "Type the same quote at the end of the text, or delete the first one."
    )


def test_mistakes_in_keys_and_in_values_are_told_together(tmp_path: Path) -> None:
    says = refused(tmp_path, "period: 2021", "period: 2O21\nperiod: 2021\nperiode: 2021")
    assert [message.partition(" ")[0] for message in says] == ["YM-004", "YM-005", "YM-002"]


def test_an_unknown_check_of_the_scorecard_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    text = "scorecard:\n  result_is_statet:\n    answer: yes\n"
    assert refused(tmp_path, "annex:\n", f"{text}annex:\n") == [
        "YM-002 error: 'scorecard.result_is_statet' is not known (d.yml:46). Did you mean 'result_is_stated'?"
    ]


def test_a_yes_of_the_scorecard_needs_evidence(tmp_path: Path) -> None:
    text = "scorecard:\n  result_is_stated:\n    answer: yes\n"
    assert refused(tmp_path, "annex:\n", f"{text}annex:\n") == [
        "YM-004 error: 'scorecard.result_is_stated.evidence' is not given (d.yml:46). "
        "Expected: evidence as well, because the answer is yes."
    ]
    assert read(tmp_path, YML + text.replace("yes", "no")).scorecard.result_is_stated is not None


def test_a_list_of_nothing_but_blanks_is_not_given(tmp_path: Path) -> None:
    blank = "products:\n  description:\n  categories:\n    - name:\n      metals: []\n    - name:\n"
    stated = YML[: YML.index("products:")] + blank + YML[YML.index("survey:") :]
    assert read(tmp_path, stated).products is None
