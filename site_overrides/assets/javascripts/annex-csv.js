// The rows that the annex lists, in their order, as a file to save. annex.js loads this when somebody asks for it.
"use strict"
{
  const table = document.querySelector(".fsd-annex")
  const page = location.href.split(/[?#]/)[0]
  const texts = (row) => [...row.cells].map((cell) => cell.textContent.trim())

  // An apostrophe keeps spreadsheets from running a text as a formula; one that looks like that already has one more.
  const field = (text) => `"${text.replace(/^'*[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

  const rows = [...table.tBodies].flatMap((body) => [...body.rows])
  const lines = [
    [...texts(table.tHead.rows[0]), "Address"],
    ...rows.map((row) => [...texts(row), `${page}#${row.id}`]),
  ]
  const text = lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")

  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }))
  link.download = `smelters-${page.match(/(\d{4})\/annex/)?.[1] ?? "list"}-selection.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  document.currentScript.remove()
}
