/** The frames of the two pages; the rest is drawn by their scripts. */
export const PAGE = frame('main', 'Attaché playground', 'The playground needs JavaScript.');
export const DESK_PAGE = frame('desk', 'Attaché desk', 'The desk needs JavaScript.');

function frame(script: string, title: string, without: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231f3a5f'/%3E%3Cpath d='M9 8h14v3H9zm0 6h14v3H9zm0 6h9v3H9z' fill='%23fff'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/assets/${script}.css">
</head>
<body>
<div id="root"></div>
<noscript>${without}</noscript>
<script type="module" src="/assets/${script}.js"></script>
</body>
</html>
`;
}
