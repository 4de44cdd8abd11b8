// In the preview only: shows from where the values on a page come. A button and Alt+Shift+H switch the marks on
// and off; pointing at a value, or reaching it with the Tab key, names its source.

const STATE = "fsd-sources"
const VALUES = ".fsd-source"

const tip = document.createElement("div")
tip.id = "fsd-source-tip"
tip.className = "fsd-source-tip"
tip.setAttribute("role", "tooltip")
tip.hidden = true

const button = document.createElement("button")
button.type = "button"
button.className = "fsd-sources-button"
button.setAttribute("aria-keyshortcuts", "Alt+Shift+H")

// What stands outside the page's own parts needs a landmark.
const box = document.createElement("aside")
box.setAttribute("aria-label", "Sources of the values")
box.append(button, tip)

let described = null

function isOn() {
  return document.documentElement.dataset.fsdSources === "on"
}

// A value inside a link is reached with the link.
function stopOf(value) {
  return value.closest("a, button, summary") ?? value
}

function show() {
  const values = document.querySelectorAll(`article ${VALUES}`)
  for (const value of values) {
    if (stopOf(value) !== value) continue
    if (isOn()) value.tabIndex = 0
    else value.removeAttribute("tabindex")
  }
  button.textContent = isOn() ? "Hide sources" : "Show sources"
  button.title = "Marks every value that came from the data (Alt+Shift+H)"
  button.setAttribute("aria-pressed", String(isOn()))
  button.hidden = values.length === 0
  if (!isOn()) hideTip()
}

function switchOver() {
  const next = isOn() ? "off" : "on"
  sessionStorage.setItem(STATE, next)
  document.documentElement.dataset.fsdSources = next
  show()
}

// Below the value, or above it where there is no room below; never beyond the window.
function place(value) {
  const around = value.getBoundingClientRect()
  const below = around.bottom + tip.offsetHeight + 8 < window.innerHeight
  const left = Math.min(around.left, document.documentElement.clientWidth - tip.offsetWidth - 8)
  tip.style.setProperty("left", `${Math.max(left, 8) + window.scrollX}px`)
  const top = below ? around.bottom + 4 : around.top - tip.offsetHeight - 4
  tip.style.setProperty("top", `${top + window.scrollY}px`)
}

function showTip(value) {
  if (!isOn()) return
  hideTip()
  tip.textContent = value.dataset.source
  tip.hidden = false
  described = stopOf(value)
  described.setAttribute("aria-describedby", tip.id)
  place(value)
}

function hideTip() {
  tip.hidden = true
  described?.removeAttribute("aria-describedby")
  described = null
}

function valueAt(target) {
  if (!(target instanceof Element)) return null
  return target.closest(VALUES) ?? (target.matches("a, button, summary") ? target.querySelector(VALUES) : null)
}

document.addEventListener("pointerover", (event) => {
  const value = valueAt(event.target)
  if (value) showTip(value)
  else if (event.target !== tip && !described?.contains(document.activeElement)) hideTip()
})
document.addEventListener("focusin", (event) => {
  const value = valueAt(event.target)
  if (value) showTip(value)
  else hideTip()
})
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideTip()
  if (event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && event.code === "KeyH") {
    event.preventDefault()
    switchOver()
  }
})
button.addEventListener("click", switchOver)

document.documentElement.dataset.fsdSources = sessionStorage.getItem(STATE) ?? "off"

// Material announces each page, also those that it loads itself.
window.document$.subscribe(() => {
  hideTip()
  document.body.append(box)
  show()
})
