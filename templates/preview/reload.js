/* Makes a page of the preview follow its notes: told by the server, it is loaded again where it is another,
   stays where one was reading, and shows over itself what keeps the site from being built. */
(() => {
  "use strict";
  const own = document.currentScript;
  const page = own.dataset.page;
  const key = `studylog:${page}`;
  let stamp = own.dataset.stamp;
  let source = null;

  const again = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify([scrollX, scrollY]));
    } catch { /* Then it begins at its top. */ }
    close();
    location.reload();
  };

  const back = () => {
    try {
      const place = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
      if (place) scrollTo({ left: place[0], top: place[1], behavior: "instant" });
    } catch { /* The same. */ }
  };

  const dress = () => {
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) {
      sheet.href = `${sheet.href.split("?")[0]}?${stamp}`;
    }
  };

  const line = (name, text) => {
    const part = document.createElement("p");
    part.className = name;
    part.textContent = text;
    return part;
  };

  const tell = (failure) => {
    document.getElementById("studylog-failure")?.remove();
    if (!failure) return;
    const strip = document.createElement("aside");
    strip.id = "studylog-failure";
    strip.setAttribute("role", "alert");
    if (failure.place) strip.append(line("place", failure.place));
    strip.append(line("sentence", failure.sentence));
    if (failure.hint) strip.append(line("hint", failure.hint));
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "/.studylog/reload.css";
    strip.prepend(sheet);
    (document.body ?? document.documentElement).append(strip);
  };

  const concerns = (changed) =>
    changed === null || page === "" || changed.includes(page) ||
    changed.some((name) => name.startsWith("static/") && name.endsWith(".js"));

  const heard = (message) => {
    const news = JSON.parse(message.data);
    const first = news.stamp === stamp;
    stamp = news.stamp;
    if (!first && !(page === "" && news.failure) && concerns(news.changed)) return again();
    if (news.changed?.some((name) => name.startsWith("static/") && name.endsWith(".css"))) dress();
    tell(news.failure);
  };

  const open = () => {
    if (source || document.hidden) return;
    const asked = new URLSearchParams({ page, stamp });
    source = new EventSource(`/.studylog/events?${asked}`);
    source.onmessage = heard;
    // The address has the stamp of then: asked anew, it has that of now.
    source.onerror = () => {
      close();
      setTimeout(open, 500);
    };
  };

  const close = () => {
    source?.close();
    source = null;
  };

  // A browser keeps six connections to a server: pages that nobody sees leave theirs to others.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  document.addEventListener("DOMContentLoaded", () => {
    back();
    open();
  });
})();
