/* Charts: a button that swaps the still picture for one with tooltips, and one that saves it as PNG.
   Vega comes from our own files, and only when somebody asks. Each chart is whole without this script. */
(() => {
  "use strict";
  const KINDS = ["fiscal", "economic", "wellbeing", "environmental", "community", "local"];
  const STATUSES = ["verified", "evidenced", "self-reported", "committed"];
  const texts = JSON.parse(document.currentScript.dataset.words);
  const VEGA = new URL("vega.js", document.currentScript.src).href;
  const SCALE = 2; // pixels of a saved picture for each of the drawing

  let loading;

  /* The script is a module, so that its names stay its own; it leaves vegaEmbed on the window. */
  function load() {
    loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = VEGA;
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    return loading;
  }

  function token(name) {
    return getComputedStyle(document.body).getPropertyValue(`--ov-${name}`).trim();
  }

  /* Our colours, in the scheme that the reader has chosen, and our letters. */
  function look(width) {
    const words = { labelColor: token("ink"), titleColor: token("ink"), labelFontSize: 14, titleFontSize: 14, titleFontWeight: 400 };
    const ramp = [0, 1, 2, 3, 4].map((step) => token(`map-${step}`));
    return {
      background: null,
      font: getComputedStyle(document.body).fontFamily,
      axis: { ...words, gridColor: token("hair"), domainColor: token("rule"), tickColor: token("rule"), labelLimit: 260 },
      header: words,
      legend: words,
      mark: { color: token("count"), tooltip: true },
      range: { ramp, heatmap: ramp, category: KINDS.map(token) },
      text: { color: token("ink") },
      rule: { color: token("ink") },
      view: { stroke: null, continuousWidth: width },
    };
  }

  /* The same colours for the same kinds and statuses as everywhere, and what is pointed at stands out. */
  function paint(spec) {
    for (const unit of [spec, spec.spec, ...(spec.layer ?? [])].filter(Boolean)) {
      const colour = unit.encoding?.color;
      const codes = { kind: KINDS, status: STATUSES }[colour?.field];
      if (codes) colour.scale = { domain: codes, range: codes.map((code) => token(code.replaceAll("-", ""))) };
    }
    if (spec.mark && spec.encoding && !spec.encoding.opacity && !spec.params) {
      spec.params = [{ name: "pointed", select: { type: "point", on: "pointerover", clear: "pointerout" } }];
      spec.encoding.opacity = { condition: { param: "pointed", value: 1 }, value: 0.45 };
    }
    return spec;
  }

  async function show(figure, stage, address) {
    const [answer] = await Promise.all([fetch(address), load()]);
    const spec = paint(await answer.json());
    delete spec.title; // the figure has it
    await window.vegaEmbed(stage, spec, {
      actions: false,
      ast: true,
      config: look(Math.max(140, Math.min(560, figure.clientWidth - 220))),
      defaultStyle: false,
      renderer: "svg",
      tooltip: { disableDefaultStyle: true, theme: "ov" },
    });
  }

  async function picture(address) {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  async function save(address) {
    const found = URL.createObjectURL(await picture(address));
    const link = document.createElement("a");
    link.href = found;
    link.download = address.split("/").pop().replace(/svg$/, "png");
    link.click();
    setTimeout(() => URL.revokeObjectURL(found), 60_000);
  }

  function button(words) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "ov-quiet";
    made.textContent = words;
    return made;
  }

  /* What the page holds only where scripts run. */
  function added(...parts) {
    const span = document.createElement("span");
    span.className = "ov-by-script";
    span.append(...parts);
    return span;
  }

  function equip(figure) {
    const take = figure.querySelector(".ov-take");
    const spec = take?.querySelector('a[href$=".vl.json"]');
    const svg = take?.querySelector('a[href$=".svg"]');
    if (!spec || !svg) return;

    const png = button("PNG");
    png.addEventListener("click", () => save(svg.href));
    svg.after(added(", ", png));

    const stage = document.createElement("div");
    stage.className = "ov-stage";
    stage.hidden = true;
    stage.tabIndex = 0;
    stage.setAttribute("role", "region");
    stage.setAttribute("aria-label", texts.region);
    const explore = button(texts.explore);
    explore.setAttribute("aria-expanded", "false");
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    take.append(added(". ", explore, " ", said));
    take.before(stage);

    const draw = async () => {
      said.textContent = texts.getting;
      try {
        await show(figure, stage, spec.href);
        said.textContent = "";
      } catch {
        said.textContent = texts.failed;
      }
    };
    explore.addEventListener("click", () => {
      stage.hidden = !stage.hidden;
      explore.setAttribute("aria-expanded", String(!stage.hidden));
      explore.textContent = stage.hidden ? texts.explore : texts.close;
      if (!stage.hidden) draw();
    });
    new MutationObserver(() => stage.hidden || draw()).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  }

  if (location.protocol !== "file:") document.querySelectorAll("figure.ov-fig").forEach(equip);
})();
