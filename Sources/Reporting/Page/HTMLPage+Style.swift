extension HTMLPage {
  /// The style sheet. It holds no quotes, angle brackets or ampersands, so that escaping leaves it
  /// as it is.
  static let style = """
    :root { --ink: #1c2430; --text: #303a46; --faint: #5d6875; --rule: #dde2e8; --soft: #f5f7f9;
      --accent: #24405f; --alert: #a8320a; --good: #1d6b4f; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: #fff; color: var(--text); font: 15px/1.55 system-ui, Segoe UI,
      Helvetica Neue, Arial, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif;
      font-variant-numeric: tabular-nums; }
    header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 28px; }
    header { padding-top: 36px; border-top: 6px solid var(--accent); max-width: none; }
    header p, header h1, header ul, header .figures, header nav { max-width: 1024px; margin-left: auto; margin-right: auto; }
    h1 { font-size: 32px; line-height: 1.2; margin: 2px auto 6px; color: var(--ink);
      letter-spacing: -0.01em; }
    h2 { font-size: 21px; line-height: 1.3; margin: 44px 0 8px; padding-top: 14px;
      border-top: 1px solid var(--rule); color: var(--ink); }
    h3 { font-size: 15px; margin: 26px 0 6px; color: var(--ink); }
    p { margin: 8px 0; max-width: 78ch; }
    header p { max-width: 1024px; }
    ul { padding-left: 20px; max-width: 82ch; }
    li { margin: 4px 0; }
    a { color: #1b5487; }
    .kicker { text-transform: uppercase; letter-spacing: 0.09em; font-size: 12px;
      color: var(--faint); }
    .question { font-size: 18px; color: var(--faint); font-style: italic; }
    .callout { border-left: 4px solid var(--accent); background: var(--soft);
      padding: 10px 16px; margin: 14px auto; border-radius: 0 4px 4px 0; font-size: 16px; }
    .callout.alert { border-color: var(--alert); background: #fdf4ef; }
    .callout.good { border-color: var(--good); background: #f0f8f4; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
      gap: 12px; margin: 20px auto 10px; }
    .figure { border: 1px solid var(--rule); border-top: 3px solid var(--accent);
      border-radius: 4px; padding: 10px 10px 12px; }
    .figure.alert { border-top-color: var(--alert); }
    .figure.good { border-top-color: var(--good); }
    .figure p { margin: 0; max-width: none; }
    .figure .label { font-size: 12.5px; color: var(--faint); }
    .figure .value { font-size: 20px; line-height: 1.35; font-weight: 650; color: var(--ink);
      letter-spacing: -0.01em; }
    .figure .value span { font-size: 13.5px; font-weight: 500; color: var(--faint);
      letter-spacing: 0; display: block; line-height: 1.2; margin: 0 0 4px; }
    .figure.alert .value { color: var(--alert); }
    .figure .detail { font-size: 12.5px; line-height: 1.4; color: var(--text); }
    header nav ul { list-style: none; padding: 8px 0; margin: 18px 0 0; display: flex; flex-wrap: wrap;
      gap: 4px 18px; max-width: none; font-size: 13.5px; }
    figure { margin: 14px 0 4px; break-inside: avoid; }
    figure svg { display: block; width: 100%; height: auto; min-width: 640px; }
    figcaption { font-size: 13px; color: var(--faint); max-width: 92ch; margin-top: 4px; }
    .scroll { overflow-x: auto; max-width: 100%; scrollbar-width: thin; }
    .scroll:focus-visible { outline: 2px solid var(--accent); }
    details { margin: 6px 0 18px; }
    summary { cursor: pointer; color: #1b5487; font-size: 13.5px; padding: 3px 0; }
    table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.4; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { text-align: left; vertical-align: top; padding: 5px 14px 5px 0; }
    tbody th:not(.number, .fixed), td:not(.number, .fixed) { min-width: 6.5em; }
    thead th { border-bottom: 1.5px solid var(--ink); color: var(--ink); font-weight: 600;
      vertical-align: bottom; line-height: 1.25; }
    tbody th { font-weight: 500; }
    tbody tr { border-bottom: 1px solid var(--rule); }
    tfoot tr { border-top: 1.5px solid var(--ink); font-weight: 650; }
    .number { text-align: right; white-space: nowrap; }
    thead th.number { white-space: normal; }
    .fixed { white-space: nowrap; }
    td.muted, th.muted { color: var(--faint); }
    td.alert { color: var(--alert); font-weight: 600; }
    td.good { color: var(--good); }
    td.strong { font-weight: 650; }
    .note { font-size: 12.5px; color: var(--faint); }
    dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 3px 20px;
      font-size: 13.5px; margin: 8px 0; }
    dt { color: var(--faint); }
    dd { margin: 0; overflow-wrap: anywhere; }
    footer { margin-top: 40px; padding-top: 12px; padding-bottom: 40px; color: var(--faint);
      font-size: 12.5px; }
    footer p { max-width: none; margin: 3px 0; }
    @media (max-width: 640px) { header, main, footer { padding-left: 16px; padding-right: 16px; }
      h1 { font-size: 25px; } .figure .value { font-size: 20px; }
      .scroll { border-right: 2px solid var(--rule); padding-bottom: 4px; }
      .scroll table { min-width: 560px; }
      .scroll td:last-child:not(.number, .fixed) { min-width: 17em; }
      figure svg { min-width: 760px; } }
    @media print { @page { size: A4; margin: 13mm 12mm; }
      body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      header, main, footer { padding-left: 0; padding-right: 0; max-width: none; }
      header { padding-top: 8pt; border-top-width: 3px; }
      nav { display: none; } h1 { font-size: 21pt; } h2 { font-size: 14pt; margin-top: 20pt; }
      h2, h3 { break-after: avoid; } tr, .figure, .callout { break-inside: avoid; }
      thead { display: table-header-group; } details:not([open]) { display: none; }
      .scroll { overflow: visible; border: 0; } figure svg { min-width: 0; }
      .scroll table { min-width: 0; } table { font-size: 8.5pt; }
      .figures { grid-template-columns: repeat(4, 1fr); } a { color: inherit; } }
    """
}
