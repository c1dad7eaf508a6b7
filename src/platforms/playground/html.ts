/** The page's frame; the rest is drawn by its script. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Attaché playground</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231f3a5f'/%3E%3Cpath d='M9 8h14v3H9zm0 6h14v3H9zm0 6h9v3H9z' fill='%23fff'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/assets/main.css">
</head>
<body>
<div id="root"></div>
<noscript>The playground needs JavaScript.</noscript>
<script type="module" src="/assets/main.js"></script>
</body>
</html>
`;
