import * as v from 'valibot';
import { fault, type Result } from '../../../shared/fault.ts';
import type { DrawnToken, PlayDocument } from './document.ts';
import { modelIds, type ModelId } from './models.ts';

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The model of the rows that name none: at first there was no other. */
const unnamed: ModelId = 'trigram';

/** A drawn token as a row: id, at, end, u, draws, by hand (0 or 1), model, final, entropy, and which model's figures. */
const row = v.strictTuple([
  offset,
  offset,
  offset,
  v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  offset,
  v.picklist([0, 1]),
  probability,
  probability,
  v.pipe(v.number(), v.finite(), v.minValue(0)),
  v.optional(v.picklist(modelIds), unnamed),
]);

const schema = v.object({
  text: v.string(),
  plain: offset,
  exact: offset,
  drawn: v.array(row),
});

/** A document as plain JSON, its numbers cut to 6 figures (u to 9) so that links stay short. */
export function documentToJson(document: PlayDocument): unknown {
  const rows = document.drawn.map((token) => [
    token.id,
    token.at,
    token.end,
    rounded(token.u, 9),
    token.draws,
    token.by === 'hand' ? 1 : 0,
    rounded(token.model, 6),
    rounded(token.final, 6),
    rounded(token.entropy, 6),
    ...(token.maker === unnamed ? [] : [token.maker]),
  ]);
  return { text: document.text, plain: document.plain, exact: document.exact, drawn: rows };
}

/** The same back; refused when a place lies outside the text or more is exact than was drawn. */
export function documentFromJson(json: unknown): Result<PlayDocument> {
  const parsed = v.safeParse(schema, json);
  const refuse = (why: string): Result<PlayDocument> => ({
    ok: false,
    fault: fault('unreadable-link', `document: ${why}`, { field: 'document' }),
  });
  if (!parsed.success) return refuse(v.summarize(parsed.issues));
  const { text, plain, exact, drawn } = parsed.output;
  if (plain > text.length || exact > drawn.length) return refuse('more is exact than there is');
  const tokens: DrawnToken[] = [];
  for (const [id, at, end, u, draws, byHand, model, final, entropy, maker] of drawn) {
    if (at > end || end > text.length) return refuse(`token ${tokens.length} lies outside the text`);
    const by = byHand === 1 ? 'hand' : 'draw';
    tokens.push({ id, at, end, u, draws, by, maker, model, final, entropy });
  }
  return { ok: true, value: { text, plain, exact, drawn: tokens } };
}

function rounded(value: number, figures: number): number {
  const short = Number(value.toPrecision(figures));
  // subtle: 0.9999999999 must not become 1, which is outside [0, 1).
  return value < 1 && short >= 1 ? value : short;
}
