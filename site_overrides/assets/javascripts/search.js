// The search of the whole site, run apart from the page. The theme's search box speaks to it: it says when it is
// ready, is asked and answers. What finds, and the records, are loaded when something is first asked.
"use strict"
{
  const READY = 1
  const ASKED = 2
  const FOUND = 3
  const RECORDS = new URLSearchParams(location.search).get("records") ?? "search/search_index.json"
  let engine
  let latest = ""

  const load = async () => {
    importScripts("search-find.js")
    const answer = await fetch(new URL(`../../${RECORDS}`, location))
    if (!answer.ok) throw new Error(`the web host answers ${answer.status}`)
    return fsdSearch.engineOf(await answer.json())
  }

  // The page listens, search-box.js: the theme itself knows answers alone.
  const tell = (typed, words) => {
    if (!globalThis.BroadcastChannel) return
    const channel = new BroadcastChannel("fsd-search")
    channel.postMessage({ typed, words })
    channel.close()
  }

  const answerTo = async (typed) => {
    latest = typed
    if (!typed.trim()) return { items: [] }
    engine ??= load()
    try {
      return (await engine)(typed)
    } catch ({ message }) {
      engine = undefined
      tell(typed, `The search cannot work: its records, the file ${RECORDS}, could not be read (${message}).`)
    }
  }

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type !== ASKED) return
    const found = await answerTo(data)
    if (found && data === latest) postMessage({ type: FOUND, data: found })
  })
  postMessage({ type: READY })
}
