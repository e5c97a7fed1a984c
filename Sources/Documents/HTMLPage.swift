/// What every HTML file holds beside its text.
enum HTMLPage {
  /// Nothing is loaded from anywhere.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"

  /// The head of a file, up to the opened `main`.
  static func putHead(
    title: String, language: String, style: String, into output: inout [UInt8]
  ) {
    output.put("<!DOCTYPE html>\n<html")
    output.putAttribute("lang", language)
    output.put(">\n<head>\n<meta charset=\"utf-8\">\n")
    output.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.put("<meta name=\"color-scheme\" content=\"light dark\">\n")
    output.put("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n<title>")
    output.putXML(title)
    output.put("</title>\n<style>\n\(colors)\n\(style)\n</style>\n</head>\n<body>\n<main>\n")
  }

  private static let colors = """
    :root {
      --text: #1d2125; --soft: #5b6470; --paper: #fdfdfc; --line: #e3e4e1;
      --mark: #fff1bd; --edge: #c79a00; --pair: #ffd84d; --pair-text: #1d2125;
      --note: #2a5db0; --warning: #9a5b00; --error: #b3261e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e6e8; --soft: #a0a8b1; --paper: #16181b; --line: #32363b;
        --mark: #3a3318; --edge: #b8952c; --pair: #e2bd3f; --pair-text: #16181b;
        --note: #8fb5f5; --warning: #f0b45b; --error: #ff8a80;
      }
    }
    """

  static let style = """
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--paper); color: var(--text);
      font: 1.0625rem/1.55 "Source Serif 4", Charter, Georgia, "Noto Serif", serif;
    }
    main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.5rem 6rem; }
    .name { margin: 0 0 .5rem; color: var(--soft); font: .875rem/1.4 system-ui, sans-serif; }
    section + section { margin-top: 3rem; }
    table { width: 100%; table-layout: fixed; border-collapse: collapse; }
    th {
      position: sticky; top: 0; z-index: 1; padding: .5rem 1rem; text-align: start;
      background: var(--paper); border-bottom: 1px solid var(--line); color: var(--soft);
      font: 600 .875rem/1.4 system-ui, sans-serif;
    }
    td { padding: .2rem 1rem; vertical-align: top; overflow-wrap: anywhere; hyphens: auto; }
    td + td, th + th { border-inline-start: 1px solid var(--line); }
    tr.first td { padding-top: .9rem; }
    tr.list-item td, tr.cell.first td { padding-top: .3rem; }
    td > p, td > div, td > blockquote { margin: 0; }
    h1, h2, h3, h4, h5, h6 { margin: .6rem 0 .2rem; line-height: 1.25; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; }
    h4, h5, h6 { font-size: 1rem; }
    blockquote { padding-inline-start: .9rem; border-inline-start: 3px solid var(--line); }
    td > div, td > blockquote { margin-inline-start: calc(var(--depth, 0) * 1.5em); }
    tr.list-item td > div { position: relative; padding-inline-start: 1.6em; }
    [data-mark]::before {
      content: attr(data-mark); position: absolute; inset-inline-start: 0; color: var(--soft);
    }
    pre { overflow-x: auto; white-space: pre-wrap; font-size: .875rem; }
    .term {
      border-bottom: 2px solid var(--edge); border-radius: 2px; background: var(--mark);
      cursor: help; -webkit-box-decoration-break: clone; box-decoration-break: clone;
    }
    .term.on { background: var(--pair); color: var(--pair-text); }
    .term:focus-visible { outline: 2px solid var(--note); outline-offset: 2px; }
    .findings {
      margin: .3rem 0 .2rem; padding: 0; list-style: none; font: .875rem/1.45 system-ui, sans-serif;
    }
    .findings li { padding-inline-start: .6rem; border-inline-start: 3px solid currentColor; }
    .findings .note { color: var(--note); } .findings .warning { color: var(--warning); }
    .findings .error { color: var(--error); } .findings small { color: var(--soft); }
    #about {
      position: fixed; inset: auto 0 0; padding: .6rem 1.5rem; background: var(--paper);
      border-top: 1px solid var(--line); font: .9375rem/1.4 system-ui, sans-serif;
    }
    #about:empty { display: none; }
    @media (max-width: 44rem) {
      main { padding: 1rem 1rem 6rem; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      table, tbody, tr, td { display: block; }
      td { padding: .15rem 0; }
      td + td { border: 0; padding: .15rem 0 .5rem .9rem; border-inline-start: 3px solid var(--line); }
      tr.first td + td { padding-top: .15rem; }
    }
    @media print {
      :root {
        --text: #000; --paper: #fff; --line: #bbb; --soft: #444; --mark: transparent;
        --note: #2a5db0; --warning: #9a5b00; --error: #b3261e;
      }
      main { max-width: none; padding: 0; }
      body { font-size: 10pt; }
      .name, th, .findings { font-size: 8.5pt; }
      th { position: static; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      h1, h2, h3 { break-after: avoid; }
      .term { border-bottom: 1px dotted #000; }
      #about { display: none; }
    }
    """

  /// Tables of figures and terms.
  static let reportStyle = """
    body { margin: 0; background: var(--paper); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
    main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.15rem; line-height: 1.25; margin: 2rem 0 .5rem; }
    section { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: .25rem .75rem; text-align: start; vertical-align: top; }
    th { color: var(--soft); font-weight: 600; border-bottom: 1px solid var(--line); white-space: nowrap; }
    tbody tr + tr td { border-top: 1px solid var(--line); }
    .number { text-align: end; white-space: nowrap; }
    @media print {
      :root { --text: #000; --paper: #fff; --line: #bbb; --soft: #444; }
      main { max-width: none; padding: 0; }
      body { font-size: 9pt; }
      section { overflow: visible; }
      tr { break-inside: avoid; }
      h2 { break-after: avoid; }
    }
    """

  /// Shows the other half of a term under the pointer or the keyboard, and what is known of it.
  static let script = """
    (() => {
      const about = document.getElementById("about");
      let shown = [];
      const hide = () => {
        for (const term of shown) term.classList.remove("on");
        shown = [];
        about.textContent = "";
      };
      const show = (term) => {
        hide();
        const numbers = term.dataset.term.split(" ");
        const row = term.closest("tr");
        shown = [...row.querySelectorAll(".term")].filter((other) =>
          other.dataset.term.split(" ").some((number) => numbers.includes(number)));
        for (const other of shown) other.classList.add("on");
        about.textContent = term.dataset.about;
      };
      const at = (event) => event.target instanceof Element && event.target.closest(".term");
      const enter = (event) => { const term = at(event); if (term) show(term); };
      const leave = (event) => { if (at(event)) hide(); };
      addEventListener("mouseover", enter);
      addEventListener("focusin", enter);
      addEventListener("mouseout", leave);
      addEventListener("focusout", leave);
      addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    })();
    """
}
