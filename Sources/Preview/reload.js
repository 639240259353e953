// Reloads the page when a newer edition was built, keeps its place, and shows what is wrong.
// Only the preview serves this; a published site has no script.
(() => {
  "use strict";
  const script = document.currentScript;
  let version = Number(script.dataset.version);
  const key = "meadow-preview:" + location.pathname;

  const keepPlace = () => {
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open }));
  };

  const findPlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    sessionStorage.removeItem(key);
    if (!kept) return;
    document.querySelectorAll("details").forEach((details, index) => {
      if (kept.open[index]) details.open = true;
    });
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const show = (diagnostics) => {
    document.querySelector("#meadow-preview")?.remove();
    if (diagnostics.length === 0) return;
    const isBroken = diagnostics.some((one) => one.severity === "error");
    const box = element("aside");
    box.id = "meadow-preview";
    box.lang = "en";
    box.dir = "ltr";
    box.setAttribute("role", "alert");
    const details = element("details");
    details.open = isBroken;
    const count = `${diagnostics.length} finding${diagnostics.length === 1 ? "" : "s"}`;
    details.append(
      element("summary", "", isBroken ? `${count}: this is the last good edition` : count));
    for (const one of diagnostics) {
      const entry = element("div", one.severity);
      entry.append(element("pre", "", one.text), element("p", "", one.explanation));
      details.append(entry);
    }
    box.append(details);
    document.body.append(box);
  };

  const follow = async () => {
    for (;;) {
      try {
        const reply = await fetch(`/.meadow-preview/changes?after=${version}`);
        if (!reply.ok) throw new Error(reply.statusText);
        const news = await reply.json();
        if (news.version === version) continue;
        const isBroken = news.diagnostics.some((one) => one.severity === "error");
        if (isBroken) {
          version = news.version;
          show(news.diagnostics);
        } else {
          keepPlace();
          location.reload();
          return;
        }
      } catch {
        // The program was stopped, or starts again: ask once a second until it is back.
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };

  findPlace();
  // A page that was loaded while something is wrong says so at once.
  fetch("/.meadow-preview/changes?after=-1").then((reply) => reply.json())
    .then((news) => show(news.diagnostics)).catch(() => {});
  follow();
})();
