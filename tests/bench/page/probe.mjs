/**
 * What runs in the page before its own scripts and takes the time of what a person sees. Times are milliseconds since
 * the navigation; something is seen once the frame that has it is on its way to the screen.
 */
export function probe() {
  const seen = {};
  const tasks = [];
  let shift = 0;
  const probe = { seen, tasks, keys: [], shiftSoFar: () => shift };
  Object.defineProperty(window, 'probe', { value: probe });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, took: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.paint = startTime;
  }).observe({ type: 'paint', buffered: true });

  // After the next frame: a message that is sent in a frame arrives when the frame is done.
  const afterFrame = (then) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  };
  probe.afterFrame = afterFrame;

  const template = () => document.querySelector('.cm-content[aria-label$="template"]');
  // CodeMirror leaves a mark on what it has made; HTML that only looks like an editor has none.
  const isAlive = (element) => element !== null && (element.cmTile ?? element.cmView) !== undefined;
  const message = () => (document.querySelector('[role=tabpanel] .frame')?.textContent ?? '').trim();
  const sights = {
    message: () => message() !== '',
    // The first sight is typed in natively until CodeMirror takes over, with what was typed.
    typable: () => template()?.isContentEditable === true,
    editor: () => isAlive(template()),
    output: () => message() !== '' && isAlive(template()),
  };
  const waiting = new Set(Object.keys(sights));
  const look = () => {
    for (const name of waiting) {
      if (!sights[name]()) continue;
      waiting.delete(name);
      afterFrame((time) => {
        seen[name] = time;
        if (name === 'typable') console.debug('probe: typable');
      });
    }
    if (waiting.size > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  // How long keys take: from the event, which carries the time at which the browser got it.
  let pressed = null;
  const changes = new MutationObserver(() => {
    if (pressed === null) return;
    const from = pressed;
    pressed = null;
    afterFrame((time) => probe.keys.push({ from, to: time }));
  });
  probe.watchKeys = () => changes.observe(template(), { childList: true, subtree: true, characterData: true });
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });

  // How long something takes to be seen after a click.
  probe.afterClick = (isShown) =>
    new Promise((resolve) => {
      addEventListener(
        'click',
        ({ timeStamp }) => {
          const wait = () => {
            if (isShown()) afterFrame((time) => resolve(time - timeStamp));
            else requestAnimationFrame(wait);
          };
          wait();
        },
        { capture: true, once: true },
      );
    });
}
