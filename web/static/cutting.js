/* On a photograph of the wall a frame is drawn around a note: its place goes into the first row that has none. The numbers of a row can be typed as well,
   and the frame follows them. A finger scrolls the page until a press on the button says that it draws. */
(function () {
  "use strict";
  var picture = document.querySelector("svg[data-cut]"), rows = Array.prototype.slice.call(document.querySelectorAll("[data-own]"));
  if (!picture || !window.PointerEvent) { return; }
  var size = picture.viewBox.baseVal, finger = document.querySelector("[data-draw]"), frame, from;
  var EDGES = ["left", "top", "width", "height"], LEAST = 2;
  document.querySelector("[data-mouse]").hidden = !window.matchMedia("(pointer: fine)").matches;
  finger.hidden = !window.matchMedia("(any-pointer: coarse)").matches;
  finger.addEventListener("click", function () {
    var draws = finger.getAttribute("aria-pressed") !== "true";
    finger.setAttribute("aria-pressed", String(draws));
    picture.style.touchAction = draws ? "none" : "";
  });

  function element(name) { return picture.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name)); }
  function place(rect, cut) {
    [["x", 0, size.width], ["y", 1, size.height], ["width", 2, size.width], ["height", 3, size.height]].forEach(function (each) {
      rect.setAttribute(each[0], cut[each[1]] * each[2] / 100);
    });
  }
  function fields(row) { return EDGES.map(function (edge) { return document.getElementById(edge + "_" + row.getAttribute("data-own")); }); }
  function cutOf(row) { return fields(row).map(function (field) { return Math.max(0, Math.min(100, Number(field.value) || 0)); }); }
  function show(row) {
    var cut = cutOf(row), piece = row.querySelector("[data-piece]"), is = cut[2] && cut[3];
    piece.hidden = !is;
    if (is) { piece.firstElementChild.setAttribute("viewBox", [cut[0] * size.width, cut[1] * size.height, cut[2] * size.width, cut[3] * size.height].map(function (n) { return n / 100; }).join(" ")); }
    row.outline = row.outline || element("rect");
    row.outline.setAttribute("class", is ? "own" : "none");
    place(row.outline, cut);
  }
  function at(event) {
    var box = picture.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * 100, (event.clientY - box.top) / box.height * 100].map(function (n) { return Math.max(0, Math.min(100, n)); });
  }
  function between(to) { return [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])]; }
  function stop() {
    if (frame) { frame.remove(); }
    frame = from = null;
  }
  picture.addEventListener("pointerdown", function (event) {
    if (event.button !== 0 || (event.pointerType === "touch" && finger.getAttribute("aria-pressed") !== "true")) { return; }
    event.preventDefault();
    from = at(event);
    frame = element("rect");
    frame.setAttribute("class", "own");
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", function (event) { if (from) { place(frame, between(at(event))); } });
  picture.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { stop(); } });
  picture.addEventListener("pointerup", function (event) {
    var cut = from && between(at(event)), row = rows.filter(function (each) { return !cutOf(each).some(Boolean); })[0];
    stop();
    if (!cut || !row || cut[2] < LEAST || cut[3] < LEAST) { return; }
    var left = Math.floor(cut[0]), top = Math.floor(cut[1]);
    [left, top, Math.min(100, Math.ceil(cut[0] + cut[2])) - left, Math.min(100, Math.ceil(cut[1] + cut[3])) - top].forEach(function (n, i) { fields(row)[i].value = n; });
    document.querySelector("[data-own-rows]").open = true;
    show(row);
    document.getElementById("says_" + row.getAttribute("data-own")).focus();
  });
  rows.forEach(function (row) {
    fields(row).forEach(function (field) { field.addEventListener("input", function () { show(row); }); });
    if (cutOf(row).some(Boolean)) { show(row); }
  });
})();
