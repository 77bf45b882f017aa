/* What needs a script: the theme, copying a link, filters. Everything else works without. */
(function () {
  "use strict";
  var root = document.documentElement;

  // Storage may be refused: by a setting, in a frame, or on file://.
  function stored(value) {
    try {
      if (value === undefined) return localStorage.getItem("studylog-theme");
      localStorage.setItem("studylog-theme", value);
    } catch (refused) { /* The theme then lasts as long as the page. */ }
    return value;
  }

  var theme = stored();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  function shownTheme() {
    return root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }

  function themeButton() {
    var button = document.querySelector(".theme");
    var word = button.querySelector(".theme-word");
    function name() { word.textContent = shownTheme() === "dark" ? button.dataset.light : button.dataset.dark; }
    button.addEventListener("click", function () {
      root.dataset.theme = stored(shownTheme() === "dark" ? "light" : "dark");
      name();
    });
    name();
    button.hidden = false;
  }

  function copy(text) {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    return Promise.resolve();
  }

  function copyButtons() {
    document.querySelectorAll(".copy").forEach(function (button) {
      var word = button.textContent;
      button.hidden = false;
      button.addEventListener("click", function () {
        copy(location.href.split("#")[0] + button.dataset.copy).then(function () {
          button.textContent = button.dataset.done;
          setTimeout(function () { button.textContent = word; }, 1500);
        }, function () { location.hash = button.dataset.copy; });
      });
    });
  }

  // Only what really scrolls becomes a stop of the keyboard.
  function scrollers() {
    document.querySelectorAll("pre, .table, .formula").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    });
  }

  // A row stays when each choice is one of its values; several values are divided by |.
  function filters(box) {
    var rows = document.querySelectorAll("main li." + box.dataset.filters);
    var choices = box.querySelectorAll("select");
    function fits(row) {
      return Array.prototype.every.call(choices, function (choice) {
        return !choice.value || row.dataset[choice.dataset.by].split("|").indexOf(choice.value) >= 0;
      });
    }
    function show() {
      var left = 0;
      rows.forEach(function (row) { if (!(row.hidden = !fits(row))) left += 1; });
      document.querySelectorAll("main section, main .week").forEach(function (group) {
        var own = group.querySelectorAll("li." + box.dataset.filters);
        if (own.length) group.hidden = !Array.prototype.some.call(own, function (row) { return !row.hidden; });
      });
      box.querySelector("output").textContent = left < rows.length ? left + " / " + rows.length : "";
    }
    choices.forEach(function (choice) { choice.addEventListener("change", show); });
    box.hidden = false;
    show();
  }

  document.addEventListener("DOMContentLoaded", function () {
    themeButton();
    copyButtons();
    scrollers();
    document.querySelectorAll("[data-filters]").forEach(filters);
    var here = document.querySelector(".rail [aria-current]");
    var strip = here && here.closest("ul");
    if (strip) strip.scrollLeft = here.offsetLeft - strip.clientWidth / 2;
  });
})();
