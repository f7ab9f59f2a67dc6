/**
 * Headers that keep the page to itself: code, data and fonts from this origin alone, no frame around it, no
 * form out of it. A worker lives by the policy of its own file, so every answer carries one; only the answer
 * with index.html has a nonce, for the style element that the text editor adds.
 */
export function securityHeaders(nonce?: string): Record<string, string> {
  const style = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      // WebAssembly may be compiled, which is how the transformer multiplies; no text is run as code.
      "script-src 'self' 'wasm-unsafe-eval'",
      `style-src ${style}`,
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
    ].join('; '),
    // With the policy after it, lets the page share memory with its workers (src/engines/rpc/shared-port.ts).
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}
