// What stands in a page while it is measured. Runs before all scripts of the page.
(() => {
  const { initial, ready, rowSelector, nameSelector, metalSelector } = benchSetup; // eslint-disable-line no-undef

  const bench = {
    ready: ready === "load",
    /** Values of the checked boxes of a facet. */
    chosen: (name) => [...document.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value),
  };
  window.bench = bench;

  /** The time at the end of the next frame, when style, layout and paint of the page are done. */
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        channel.port2.postMessage(null);
      });
    });

  const text = (element) => element.textContent.trim();

  /** Metal and name of the first rows that can be seen, one more than `count` at most. */
  function firstRows(count) {
    const found = [];
    for (const row of document.querySelectorAll(rowSelector)) {
      if (found.length > count) break;
      if (row.hidden || row.children.length < 3 || !row.checkVisibility()) continue;
      const name = nameSelector ? row.querySelector(nameSelector) : row.children[1];
      const metal = metalSelector ? row.querySelector(metalSelector) : row.children[0];
      found.push(`${text(metal)}|${text(name)}`);
    }
    return found;
  }

  /** Whether the list begins with these rows and, where they are fewer than a screen, ends with them. */
  function shows(screen) {
    const found = firstRows(screen.length);
    const few = screen.length < initial.length;
    return screen.every((row, place) => row === found[place]) && !(few && found.length > screen.length);
  }

  const isReady = () => bench.ready || (ready !== "script" && document.querySelector(ready));

  async function until(check, start) {
    let now = await frame();
    while (!check() && now - start < 20000) now = await frame();
    return now;
  }

  bench.usable = new Promise((done) => {
    addEventListener("load", async () => {
      const now = await until(() => isReady() && shows(initial), 0);
      done({ ms: now, right: shows(initial), rows: firstRows(initial.length) });
    });
  });

  /** The longest time that a task of the priority of input had to wait within `span` ms. */
  async function longestBlock(span) {
    const end = performance.now() + span;
    let longest = 0;
    for (let before = performance.now(); before < end; ) {
      await scheduler.postTask(() => {}, { priority: "user-blocking", delay: 2 });
      const now = performance.now();
      longest = Math.max(longest, now - before - 2);
      before = now;
    }
    return longest;
  }

  /** From the next event of that kind to the end of the frame that shows `screen`; then what blocks for `span` ms. */
  bench.await = (kind, screen, span) => {
    bench.result = new Promise((done) => {
      const listener = async (event) => {
        const now = await until(() => shows(screen), event.timeStamp);
        const right = shows(screen);
        const rows = firstRows(screen.length);
        done({ ms: now - event.timeStamp, right, rows, block: await longestBlock(span) });
      };
      addEventListener(kind, listener, { capture: true, once: true });
    });
  };

  /** How long each key waited before the page saw it. */
  bench.waits = [];
  addEventListener("keydown", (event) => bench.waits.push(performance.now() - event.timeStamp), true);
})();
