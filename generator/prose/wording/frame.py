"""The paragraphs and words that stand in the exhibit beside its sections: its head, its lists, its tables."""

from __future__ import annotations

from .spec import Case, Spec

REPORT = Spec(
    "report",
    "The head of the report",
    (
        Case("title", "as the title of the report"),
        Case("period", "below the registrant’s name", ("period.first_day", "period.last_day")),
        Case("exhibit", "as the first sentence of the report"),
        Case("counted-in-the-list", "behind it where figures of the report are counted in the list"),
        Case("list", "behind it where there is a list, and no figure is counted in it"),
    ),
    ("form_sd",),
    is_for_report=True,
)

EXHIBITS = Spec(
    "exhibits",
    "The head of further exhibits",
    (Case("head", "below the registrant’s name on a further exhibit", ("number",)),),
    ("number", "form_sd"),
)

ANNEX = Spec(
    "annex",
    "Words above and below the lists of facilities",
    (
        Case(
            "rows",
            "behind the title of a list in which facilities stand several times, and behind a metal",
            ("rows",),
        ),
        Case("rows-by-metal", "behind the title of a list of conflict minerals", ("rows",)),
        Case("rows-by-mineral", "behind the title of a list of conflict minerals and others", ("rows",)),
        Case("part-of-no-total", "behind it where no row of the list is part of a total"),
        Case("some-part-of-no-total", "behind it where rows are part of no total", ("rows", "minerals")),
        Case("no-mineral", "as the mineral of such rows for which the filing names no known one"),
        Case("signs", "as the title of the table of signs"),
        Case("sign", "as the heading of its column of signs"),
        Case("sign-status", "as the heading of its column of statuses"),
        Case("sign-status-or-note", "as that heading where some signs stand for a note"),
        Case("sign-meaning", "as the heading of its column of meanings"),
        Case("sign-rows", "as the heading of its column of numbers"),
        Case("note", "in the column of statuses, for a sign that stands for a note"),
        Case("bold-letters", "in the column of signs, for a status that bold letters stand for"),
        Case("no-sign", "in the column of signs, for a status without one"),
        Case("no-sign-of-a-status", "for a status without a sign, where there are signs of notes"),
        Case("column-metal", "as the heading of a column, unless annex.headings has another one"),
        Case("column-mineral", "as that heading where the lists have other minerals, too"),
        *(
            Case(f"column-{name}", "as the heading of a column, unless annex.headings has another one")
            for name in (
                "cid",
                "name",
                "country-as-filed",
                "country",
                "city",
                "state",
                "status",
                "status-as-of",
                "recycled",
                "footnote",
                "list",
            )
        ),
        Case("yes", "in the column on recycled or scrap material"),
        Case("no", "in that column where it is not so"),
        Case("rows-noted", "behind a note that belongs to many rows", ("rows",)),
        Case("columns", "above what the filer says of its own columns"),
    ),
    ("rows", "minerals"),
    is_plain=True,
)

TABLES = Spec(
    "tables",
    "Words of the tables that sections print",
    (
        Case("listed-by-metal-and-status", "as a caption"),
        Case("listed-by-metal", "as a caption where no status is given"),
        Case("listed-by-status", "as a caption where numbers are known over all metals only"),
        Case("stated-by-metal-and-status", "as a caption of counts that the filing states", ("unit",)),
        Case("stated-by-metal", "as such a caption where no status is given", ("unit",)),
        Case("stated-by-status", "as such a caption of numbers over all metals", ("unit",)),
        Case("stated-by-program", "as a caption of counts by program", ("unit",)),
        Case("shares-computed", "behind a caption of stated counts with shares"),
        Case("metal", "as a heading"),
        Case("status", "as a heading"),
        Case("total", "as a heading"),
        Case("number", "as a heading"),
        Case("program", "as a heading"),
        Case("all-metals", "for the line of totals"),
        Case("no-status", "for facilities without a status"),
        Case("other-status", "for facilities with another status, or none"),
        Case("meanings", "as the caption of the table of statuses"),
        Case("sign", "as a heading of that table"),
        Case("definition", "as a heading of that table"),
        Case("deciding-list", "as a heading of that table"),
        Case("list-date", "as a heading of that table"),
        Case("date", "as that heading where no list is named"),
        Case("no-list", "in that table where a status has no list"),
        Case("not-stated", "in a table where something is not given"),
        Case("countries", "as the caption of the table of countries"),
        Case("country", "as a heading of that table"),
        Case("covered-country", "beside a country of that table"),
        Case("name-not-recognised", "beside a name of that table that is not recognised"),
        Case("no-country", "for facilities without a country"),
        Case("all-countries", "for the line of totals"),
        Case("all-facilities", "for that line where facilities have no country"),
        Case("products", "as the caption of the table of products"),
        Case("product", "as a heading of that table"),
        Case("description", "as a heading of that table"),
        Case("metals", "as a heading of that table"),
        Case("origins", "as the caption of the countries of origin"),
        Case("further-origins", "above countries of origin of which no metal is given"),
        Case("country-of-origin", "as a heading"),
        Case("yes", "where a metal comes from a country"),
        Case("recycled", "for recycled or scrap material among the countries"),
        Case("origins-by-smelter", "as the caption of origins by smelter or refiner"),
        Case("smelter", "as a heading of that table"),
        Case("countries-of-origin", "as a heading of that table"),
        Case("recycled-named", "where recycled or scrap material is an origin"),
        Case("recycled-named-of-metals", "as before, where its metals are given", ("metals",)),
        Case("no-origin-determined", "where no country of origin was determined"),
        Case("no-origin-named", "where a restated filing names no country of origin"),
    ),
    ("unit", "metals"),
    is_plain=True,
)

FRAME = (REPORT, EXHIBITS, ANNEX, TABLES)
