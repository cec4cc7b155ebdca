/* A voice is recorded here where the browser can: it fills the field for a file, which stays for whoever has a recording already. Nothing leaves the
   device before the form is sent. And a file that is larger than it may be is said to be so before it is sent. */
(function () {
  "use strict";
  var LONGEST = 180, KINDS = [["audio/webm;codecs=opus", "webm"], ["audio/ogg;codecs=opus", "ogg"], ["audio/mp4", "m4a"]];

  document.querySelectorAll("input[type=file][data-most]").forEach(function (field) {
    field.addEventListener("change", function () {
      var file = field.files[0], large = file && file.size > Number(field.getAttribute("data-most"));
      field.setCustomValidity(large ? field.getAttribute("data-too-large") : "");
      if (large) { field.reportValidity(); }
    });
  });

  function canFill() { try { return Boolean(new DataTransfer().items.add(new File([], "voice"))); } catch (none) { return false; } }
  if (!navigator.mediaDevices || !window.MediaRecorder || !canFill()) { return; }

  document.querySelectorAll("[data-recorder]").forEach(function (part) {
    var field = document.getElementById(part.getAttribute("data-recorder"));
    var kind = KINDS.filter(function (one) { return window.MediaRecorder.isTypeSupported(one[0]); })[0];
    function item(name) { return part.querySelector("[data-" + name + "]"); }
    var start = item("start"), stop = item("stop"), remove = item("remove"), clock = item("clock"), player = item("player"), status = item("status");
    var recorder, pieces, begun, ticking, from, isAsked = false;
    if (!field || !kind) { return; }
    part.hidden = false;

    function say(name) { status.textContent = name ? status.getAttribute("data-" + name) : ""; }
    function time(seconds) { return Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0"); }
    function tick() {
      var seconds = (Date.now() - begun) / 1000;
      clock.textContent = time(seconds) + " / " + time(LONGEST);
      if (seconds >= LONGEST) { end(); }
    }
    function show(state) {
      start.hidden = state === "recording";
      start.querySelector("span").textContent = start.getAttribute(state === "recorded" ? "data-again" : "data-first");
      stop.hidden = clock.hidden = state !== "recording";
      remove.hidden = player.hidden = state !== "recorded";
    }
    function quiet() {
      if (from) { from.getTracks().forEach(function (track) { track.stop(); }); from = null; }
      clearInterval(ticking);
    }
    function forget() {
      if (player.src) { URL.revokeObjectURL(player.src); player.removeAttribute("src"); }
      show("");
    }
    function end() { if (recorder && recorder.state === "recording") { recorder.stop(); } }
    function keep() {
      var recorded = new File(pieces, "voice." + kind[1], { type: kind[0].split(";")[0] }), carried = new DataTransfer();
      quiet();
      if (!recorded.size) { show(""); say("nothing"); return; }
      carried.items.add(recorded);
      field.files = carried.files;
      field.setCustomValidity("");
      player.src = URL.createObjectURL(recorded);
      show("recorded");
      say("recorded");
      start.focus();
    }

    start.addEventListener("click", function () {
      if (isAsked) { return; }
      isAsked = true;
      navigator.mediaDevices.getUserMedia({ audio: true }).then(function (stream) {
        isAsked = false;
        forget();
        field.value = "";
        from = stream;
        pieces = [];
        recorder = new MediaRecorder(stream, { mimeType: kind[0], audioBitsPerSecond: 48000 });
        recorder.addEventListener("dataavailable", function (event) { pieces.push(event.data); });
        recorder.addEventListener("stop", keep);
        recorder.start();
        begun = Date.now();
        ticking = setInterval(tick, 250);
        tick();
        show("recording");
        say("recording");
        stop.focus();
      }).catch(function () { isAsked = false; quiet(); show(""); say("refused"); });
    });
    stop.addEventListener("click", end);
    remove.querySelector("button").addEventListener("click", function () {
      field.value = "";
      forget();
      say("removed");
      start.focus();
    });
    field.addEventListener("change", function () { forget(); say(""); });
    window.addEventListener("submit", function (event) {
      if (event.target === field.form && recorder && recorder.state === "recording") {
        event.preventDefault();
        event.stopImmediatePropagation();
        end();
      }
    }, true);
    window.addEventListener("pagehide", quiet);
  });
})();
