// In the head of the annex: an address that asks for some rows, or for one, shows no others first. annex.js shows the
// list once it is as asked for; should it not come, the whole list is shown.
if (location.search || location.hash) {
  document.documentElement.classList.add("fsd-waits")
  setTimeout(() => document.documentElement.classList.remove("fsd-waits"), 9000)
}
