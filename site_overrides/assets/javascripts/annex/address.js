// What stands in the address for what is found: functions that touch no page. A table of cases tests them.
globalThis.fsdAddress = (() => {
  // The query with these values; what it says of other things stays.
  const withState = (search, state) => {
    const query = new URLSearchParams(search)
    for (const [key, values] of Object.entries(state)) {
      query.delete(key)
      for (const value of values) value && query.append(key, value)
    }
    return `${query}`
  }

  return { withState }
})()
