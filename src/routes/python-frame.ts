import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import code from '../hosts/python/frame.ts?classic';

/** The page that Python runs in: one script, and a policy that lets it do nothing but start workers. */
export const GET: APIRoute = () => {
  // The text of a worker is in it as a string; the page must not end there.
  const script = code.replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob: 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "connect-src 'none'",
  ].join('; ');
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Python</title>
<script>${script}</script>
`;
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
