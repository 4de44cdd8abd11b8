// The filter of the changes works by style alone. This keeps what is chosen in the page's address, and what an address asks
// for chosen. Comments on lines of their own are not published.
"use strict"
{
  const open = (form) => {
    const groups = [...new Set([...form.elements].filter(({ type }) => type === "radio").map(({ name }) => name))]

    // What the page has no choice for is left out.
    const restore = () => {
      const asked = new URLSearchParams(location.search)
      for (const name of groups) {
        const choices = [...form.elements[name]]
        const chosen = choices.find(({ value }) => value && value === asked.get(name)) ?? choices[0]
        chosen.checked = true
      }
    }

    form.onchange = () => {
      const address = new URL(location)
      for (const name of groups) {
        const { value } = form.elements[name]
        value ? address.searchParams.set(name, value) : address.searchParams.delete(name)
      }
      if (address.href !== location.href) history.pushState(history.state, "", address)
    }
    addEventListener("popstate", () => form.isConnected && restore())
    restore()
    form.dataset.live = ""
  }

  const start = () => document.querySelectorAll(".fsd-changes__filter:not([data-live])").forEach(open)

  // Material announces each page that it shows, also those that it loads itself.
  window.document$ ? window.document$.subscribe(start) : start()
}
