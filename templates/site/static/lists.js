// Filters and the order of long lists: without a script all of a list is there, in its own order.
(function () {
  "use strict";

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function made(name, kind, text) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    if (text) element.textContent = text;
    return element;
  }

  // A row stays when each choice is one of its values; several values are divided by |.
  function filters(box) {
    var kind = "li." + box.dataset.filters;
    var rows = all("main " + kind);
    var choices = all("select[data-by]", box), order = box.querySelector("[data-sort]");
    var groups = all("main .group-of"), flat = null;
    groups.forEach(function (group, at) {
      all(kind, group).forEach(function (row) { row.dataset.group = at + 1; });
    });
    function fits(row) {
      return choices.every(function (choice) {
        var by = choice.dataset.by;
        if (!choice.value) return true;
        if (by === "age") return row.dataset.day && Date.now() - Date.parse(row.dataset.day) >= choice.value * 864e5;
        return (row.dataset[by] || "").split("|").indexOf(choice.value) >= 0;
      });
    }
    var homes = groups.map(function (group) { return group.querySelector(".rows"); });
    // In an order of their own, rows stand in one list, each with the lecture that stood over it.
    function sort() {
      if (flat) flat.remove();
      rows.forEach(function (row) {
        all(".from", row).forEach(function (from) { from.remove(); });
        homes[row.dataset.group - 1].append(row);
      });
      flat = null;
      if (!order.value) return;
      flat = made("section", "group-of");
      flat.append(made("ul", "rows"));
      groups[0].before(flat);
      rows.slice().sort(function (one, other) {
        var up = (one.dataset.day || "") < (other.dataset.day || "") ? -1 : 1;
        if (one.dataset.day === other.dataset.day) return 0;
        return order.value === "old" ? up : -up;
      }).forEach(function (row) {
        var over = groups[row.dataset.group - 1].querySelector(".group a");
        if (over) row.querySelector(".meta").prepend(made("span", "from", over.textContent));
        flat.firstChild.append(row);
      });
    }
    function show() {
      var left = 0;
      rows.forEach(function (row) { if (!(row.hidden = !fits(row))) left += 1; });
      all("main section, main .week").forEach(function (group) {
        if (group.querySelector(kind)) group.hidden = !group.querySelector(kind + ":not([hidden])");
        else if (groups.indexOf(group) >= 0) group.hidden = true;
      });
      box.querySelector("output").textContent = left < rows.length ? left + " / " + rows.length : "";
    }
    choices.forEach(function (choice) { choice.addEventListener("change", show); });
    if (order) order.addEventListener("change", function () { sort(); show(); });
    box.hidden = false;
    show();
  }

  document.addEventListener("DOMContentLoaded", function () { all("[data-filters]").forEach(filters); });
})();
