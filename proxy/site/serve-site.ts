import type { Handler } from 'hono';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { securityHeaders } from '../guards/security-headers.ts';
import { chooseCoding } from './choose-coding.ts';
import { noncePlaceholder } from './nonce-placeholder.ts';
import type { Coding, Site, SiteFile } from './site.ts';

/** Folders that hold files only: a missing name in them is never a route of the page. */
const fileFolders = /^\/(assets|models|api)(\/|$)/;

/**
 * GET and HEAD of the built page: its files, and index.html for every path that could be one of its routes. `createNonce` gives
 * a fresh, unguessable base64 value for each page that is answered.
 */
export function serveSite(site: Site, createNonce: () => string): Handler {
  return (c) => {
    const path = decodePath(c.req.path);
    if (path === undefined) return c.text('Bad path\n', 400);
    const accept = c.req.header('accept-encoding');
    const file = site.files.get(path);
    if (file !== undefined) return answerFile(file, accept, c.req.header('if-none-match'));
    if (!looksLikeRoute(path)) return c.text('Not found\n', 404, { 'Cache-Control': 'no-cache' });
    return answerIndex(site.index, accept, createNonce());
  };
}

function answerFile(file: SiteFile, accept: string | undefined, ifNoneMatch: string | undefined): Response {
  const coding = chooseCoding(accept, file.bodies.keys());
  const body = file.bodies.get(coding)!;
  // Each packing is a different sequence of bytes, so each has its own strong tag.
  const etag = `"${file.hash}-${coding}"`;
  const headers = new Headers({
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  });
  if (matches(ifNoneMatch, etag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', file.type);
  headers.set('Content-Length', String(body.byteLength));
  if (coding !== 'identity') headers.set('Content-Encoding', coding);
  return new Response(body, { headers });
}

/**
 * subtle: no ETag. A 304 would renew the stored headers, and with them the nonce, but keep the stored page
 * with the old one.
 */
function answerIndex(html: string, accept: string | undefined, nonce: string): Response {
  const coding = chooseCoding(accept, ['br', 'gzip', 'identity']);
  const body = pack(html.replaceAll(noncePlaceholder, nonce), coding);
  const headers = new Headers({
    ...securityHeaders(nonce),
    'Cache-Control': 'no-cache',
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(body.byteLength),
    Vary: 'Accept-Encoding',
  });
  if (coding !== 'identity') headers.set('Content-Encoding', coding);
  return new Response(body, { headers });
}

function pack(text: string, coding: Coding): Uint8Array<ArrayBuffer> {
  if (coding === 'br')
    return new Uint8Array(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
  if (coding === 'gzip') return new Uint8Array(gzipSync(text));
  return new TextEncoder().encode(text);
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function looksLikeRoute(path: string): boolean {
  if (path === '/index.html') return true;
  return !fileFolders.test(path) && !path.slice(path.lastIndexOf('/')).includes('.');
}

/** If-None-Match: a list of tags or `*`, compared weakly (RFC 9110, §13.1.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
