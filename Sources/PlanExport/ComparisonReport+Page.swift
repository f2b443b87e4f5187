/// How a page looks, and how its filter works.
extension ComparisonReport {
  static let style = """
    :root{color-scheme:light dark}
    body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1rem;color:#1b1b1b;background:#fff}
    h1{font-size:1.4rem}h2{font-size:1.15rem;border-bottom:1px solid #999}h3{font-size:1rem;margin:.2rem 0}
    #filter{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;position:sticky;top:0;background:inherit;padding:.5rem 0}
    button{font:inherit;border:1px solid #888;border-radius:.3rem;background:inherit;color:inherit;padding:.1rem .5rem;cursor:pointer}
    button[aria-pressed=true]{outline:2px solid #1a4f8b}
    button,input{color:inherit}
    article{content-visibility:auto;contain-intrinsic-size:auto 12rem;border-left:.3rem solid #888;margin:1rem 0;padding:.2rem .8rem}
    article.conflict,article.looser,article.removed{border-color:#b3261e}
    article.stricter,article.baseline_differs,article.changed{border-color:#a66a00}
    article.agree,article.baseline_agrees,article.added{border-color:#2e7d32}
    .status{border:1px solid #888;border-radius:.3rem;padding:0 .3rem;font-size:.85rem}
    .flag{font-size:.8rem;color:#5a3d00;background:#fff1d0;padding:0 .3rem;border-radius:.3rem}
    .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:1rem}
    blockquote{margin:.2rem 0;overflow-wrap:anywhere}cite{font-size:.85rem;color:#555;font-style:normal}
    mark{background:#ffe08a;color:inherit}.none{color:#777}.note{margin:.2rem 0}
    svg .row{stroke:#999;stroke-width:1;stroke-dasharray:2 3}svg{max-width:100%;height:auto}
    @media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}cite{color:#aaa}mark{background:#6b5200}\
    .flag{background:#4a3a10;color:#ffe9b0}svg text{fill:#e8e8e8}svg line,svg path,svg rect{stroke:#e8e8e8}\
    svg circle{fill:#ff8a80}button[aria-pressed=true]{outline-color:#8ab4f8}}
    @media (max-width:40rem),(max-height:30rem){#filter{position:static}}
    @media print{#filter{display:none}article{content-visibility:visible;break-inside:avoid}h2,h3{break-after:avoid}\
    mark{text-decoration:underline}mark,.flag{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """

  static let script = """
    const form = document.getElementById("filter"), rows = [...document.querySelectorAll("article")];
    const texts = new Map();
    function text(row) {
      if (!texts.has(row)) texts.set(row, row.textContent.normalize("NFKC").toLowerCase());
      return texts.get(row);
    }
    let status = "";
    function show() {
      const words = form.words.value.normalize("NFKC").trim().toLowerCase();
      let count = 0;
      for (const row of rows) {
        row.hidden = (status && row.dataset.status !== status)
          || (words && !text(row).includes(words));
        if (!row.hidden) count++;
      }
      for (const part of document.querySelectorAll("section"))
        part.hidden = ![...part.querySelectorAll("article")].some(row => !row.hidden);
      const shown = document.getElementById("shown");
      shown.textContent = count + " " + shown.dataset.words;
    }
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("input", show);
    for (const button of form.querySelectorAll("button")) button.addEventListener("click", () => {
      status = button.dataset.status;
      for (const other of form.querySelectorAll("button"))
        other.setAttribute("aria-pressed", other === button);
      show();
    });
    show();
    """
}
