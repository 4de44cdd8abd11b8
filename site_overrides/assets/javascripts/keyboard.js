// Material opens its menu and its search with <label> elements, which the Tab key passes over, and
// puts wide tables into boxes that only a mouse can scroll. This script mends both.
"use strict"
{
// @import "keyboard/tables.js";
// @import "keyboard/contents.js";

  function buttonFor(label, toggle, name) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = `${label.className} fsd-toggle fsd-toggle--${name.toLowerCase()}`
    button.setAttribute("aria-label", name)
    button.append(...label.childNodes)
    button.addEventListener("click", () => toggle.click())
    const showState = () => button.setAttribute("aria-expanded", String(toggle.checked))
    toggle.addEventListener("change", showState)
    showState()
    return button
  }

  function replaceLabel(id, name) {
    const toggle = document.getElementById(id)
    const label = document.querySelector(`label.md-header__button[for="${id}"]`)
    if (!toggle || !label) return null
    const button = buttonFor(label, toggle, name)
    label.replaceWith(button)
    return { button, toggle }
  }

  function isShown(element) {
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible"
  }

  function firstStopIn(menu) {
    return [...menu.querySelectorAll("a[href], label[tabindex]")].find(isShown)
  }

  // What opens takes the focus; Escape closes it and gives the focus back.
  function mendMenu() {
    const menu = replaceLabel("__drawer", "Menu")
    // Back from the contents of the page; beside a wide page the same label is a title.
    document.querySelector('.md-sidebar--primary .md-nav__title[for="__toc"]')?.setAttribute("tabindex", "0")
    menu?.button.addEventListener("click", () => {
      if (menu.toggle.checked) firstStopIn(document.querySelector(".md-sidebar--primary"))?.focus()
    })
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu?.toggle.checked) return
      menu.toggle.click()
      menu.button.focus()
    })
  }

  // Material closes the search on Escape, and leaves the focus nowhere.
  function mendSearch() {
    const search = replaceLabel("__search", "Search")
    search?.button.addEventListener("click", () => {
      if (search.toggle.checked) document.querySelector(".md-search__input").focus()
    })
    // The theme learns a moment late that its field has the focus, and until then misses the key that leaves it.
    document.addEventListener("keydown", ({ key, target }) => {
      if (key === "Escape" && target.matches(".md-search__input") && !search?.toggle.checked) target.blur()
    })
    // On a page where the search stands behind its sign, the theme's keys would give the focus to a field that is not there.
    document.addEventListener("keydown", (event) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (!search || !["/", "f", "s"].includes(key) || ctrlKey || metaKey || altKey) return
      if (target.matches("input, select, textarea") || target.isContentEditable) return
      if (search.toggle.checked || isShown(document.querySelector(".md-search__input"))) return
      event.preventDefault()
      search.button.click()
    })
    document.addEventListener("keyup", (event) => {
      if (event.key === "Escape" && document.activeElement === document.body) search?.button.focus()
    })
  }

  mendMenu()
  mendSearch()

  document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap")?.addEventListener("scroll", keepFocusInSight)

  // Material makes the boxes when it announces the page, and again after each page that it loads itself.
  window.document$.subscribe(() =>
    requestAnimationFrame(() => document.querySelectorAll(".md-typeset__scrollwrap").forEach(followWidth)),
  )
}
