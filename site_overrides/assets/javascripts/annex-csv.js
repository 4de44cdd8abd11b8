// The rows that the annex lists, in their order, as a file to save. annex.js loads this when somebody asks for it.
"use strict"
{
  const tables = [...document.querySelectorAll(".fsd-annex")]
  const parts = document.querySelectorAll(".fsd-part > h3")
  const page = location.href.split(/[?#]/)[0]
  const texts = (row) => [...row.cells].map((cell) => cell.textContent.trim())

  // An apostrophe keeps spreadsheets from running a text as a formula; one that looks like that already has one more.
  // formula_safe.py has the same expression: signs of every width, behind blanks, quotation marks and what nobody sees.
  const formula =
    /^(?:[\t\r\n]|[\0-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff'"‘’“”]*[-=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩])/
  const field = (text) => `"${text.replace(formula, "'$&").replaceAll('"', '""')}"`

  // Of several lists, each row says in which it stands.
  const list = (text) => (parts[0] ? [text] : [])
  const lines = [
    [...texts(tables[0].tHead.rows[0]), ...list("List"), "Address"],
    ...tables.flatMap(({ tBodies }, at) =>
      [...tBodies]
        .flatMap((body) => [...body.rows])
        .map((row) => [...texts(row), ...list(parts[at]?.textContent.trim()), `${page}#${row.id}`]),
    ),
  ]
  const text = lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")

  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }))
  link.download = `smelters-${page.match(/(\d{4})\/annex/)?.[1] ?? "list"}-selection.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  document.currentScript.remove()
}
