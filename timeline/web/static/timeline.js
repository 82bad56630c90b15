// What links cannot do: a range chosen on the drawing by mouse, finger or keys, and the drawing saved as PNG.
"use strict";
(() => {
  const plot = document.getElementById("plot");
  if (!plot) return;
  const DAY = 86400000, STEPS = 24, MOVED = 6;
  const first = Date.parse(plot.dataset.start), days = Number(plot.dataset.days);
  let chosen = null;

  const inside = (at) => Math.min(Math.max(at, 0), 1);
  const day = (at) => new Date(first + Math.min(Math.floor(at * days), days - 1) * DAY).toISOString().slice(0, 10);
  const place = (event) => {
    const box = plot.getBoundingClientRect();
    return inside((event.clientX - box.left) / box.width);
  };

  const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  band.setAttribute("class", "sel");
  band.setAttribute("y", "18");
  band.setAttribute("height", String(Number(plot.dataset.floor) - 18));

  const told = document.createElement("p");
  told.className = "hint";
  told.setAttribute("role", "status");

  const show = () => {
    if (!chosen) {
      band.remove();
      told.textContent = "";
      return;
    }
    const [low, high] = chosen.slice().sort((a, b) => a - b);
    band.setAttribute("x", `${low * 100}%`);
    band.setAttribute("width", `${(high - low) * 100}%`);
    if (!band.isConnected) plot.prepend(band);
    told.textContent = `${day(low)} to ${day(high)}`;
  };

  const open = () => {
    const [low, high] = chosen.slice().sort((a, b) => a - b);
    const to = new URL(location.href);
    to.searchParams.set("from", day(low));
    to.searchParams.set("to", day(high));
    to.searchParams.delete("cursor");
    to.hash = "drawing";
    location.assign(to);
  };

  // Mouse and finger: a drag to the side is a range, anything shorter is still a click on what lies there.
  let from = null, dragged = false;
  plot.addEventListener("pointerdown", (event) => {
    dragged = false;
    from = event.button === 0 ? event : null;
  });
  plot.addEventListener("pointermove", (event) => {
    if (!from || (!dragged && Math.abs(event.clientX - from.clientX) < MOVED)) return;
    if (!dragged) plot.setPointerCapture(event.pointerId);
    dragged = true;
    chosen = [place(from), place(event)];
    show();
  });
  plot.addEventListener("pointerup", () => {
    from = null;
    if (dragged) open();
  });
  plot.addEventListener("pointercancel", () => {
    from = chosen = null;
    show();
  });
  plot.addEventListener("click", (event) => dragged && event.preventDefault(), true);
  plot.addEventListener("dragstart", (event) => event.preventDefault());

  // Keys: shift and an arrow choose, return opens, escape lets go; the others are those of the links below.
  const choose = (by) => {
    chosen = chosen || [0.5, 0.5];
    chosen[1] = inside(chosen[1] + by / STEPS);
    show();
  };
  const keys = { Enter: () => open(), Escape: () => { chosen = null; show(); } };
  plot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const link = document.querySelector(`.tools a[data-key="${CSS.escape(event.key === "=" ? "+" : event.key)}"]`);
    if (event.shiftKey && arrow) choose(arrow);
    else if (chosen && keys[event.key]) keys[event.key]();
    else if (link) link.click();
    else return;
    event.preventDefault();
  });

  if (!Number.isNaN(first)) {
    const how = document.getElementById("how");
    plot.setAttribute("tabindex", "0");
    plot.setAttribute("aria-describedby", "how");
    how.hidden = false;
    how.after(told);
    plot.classList.add("live");
    // Only after the browser has gone to the fragment, which takes the focus away.
    if (location.hash === "#drawing") addEventListener("load", () => setTimeout(() => plot.focus({ preventScroll: true })));
  }

  // PNG: the file that the SVG link gives, twice as large as on the page.
  const svg = document.getElementById("svg");
  if (!svg) return;
  const save = (image) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${svg.pathname.split("/").at(-2)}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  };
  const png = document.createElement("button");
  png.type = "button";
  png.className = "plain";
  png.textContent = "PNG";
  png.addEventListener("click", () => {
    const image = new Image();
    image.onload = () => save(image);
    image.src = svg.href;
  });
  document.getElementById("saved").append(" or ", png);
})();

// A job that runs: its counts as they grow, and its page anew once it is over.
(() => {
  const job = document.querySelector("[data-job]");
  if (!job) return;
  const WAIT = 2000, OVER = ["done", "failed", "cancelled"], bar = job.querySelector("progress");
  let state = null;
  const look = async () => {
    try {
      const found = await (await fetch(job.dataset.job, { headers: { Accept: "application/json" } })).json();
      state = state || found.state;
      if (OVER.includes(found.state) || found.state !== state) return location.reload();
      for (const [name, count] of Object.entries(found.counts)) {
        const shown = job.querySelector(`[data-count="${name}"]`);
        if (shown) shown.textContent = count;
      }
      if (bar.max > 1) bar.value = bar.max - found.counts.unread;
    } catch {
      // The service is being restarted, or the network is away: ask again.
    }
    setTimeout(look, WAIT);
  };
  setTimeout(look, WAIT);
})();
