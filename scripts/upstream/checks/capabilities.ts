import * as v from 'valibot';
import { capabilities, type Capabilities } from '../../../shared/wire/capabilities.ts';
import { must, told, type Finding, type Outcome } from '../outcome.ts';

/** What the proxy's own probe says of the model, held against what the other checks have found. */
export async function checkCapabilities(
  origin: string,
  model: string,
  outcomes: readonly Outcome[],
): Promise<Outcome[]> {
  const answer = await fetch(`${origin}/api/capabilities?model=${encodeURIComponent(model)}`);
  if (!answer.ok) return [must('probe', false, `${answer.status} ${await answer.text()}`)];
  const probed = v.parse(capabilities, await answer.json());
  const findings = outcomes.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
  const differ = findings.filter((finding) => ![null, finding.is].includes(of(probed, finding)));
  const open = findings.filter((finding) => of(probed, finding) === null);
  const name = (finding: Finding): string =>
    `${finding.of} is ${finding.is}, the probe says ${of(probed, finding)}`;
  return [
    told('probe', JSON.stringify(probed)),
    must(
      'the probe agrees',
      differ.length === 0,
      [
        `${findings.length - differ.length - open.length} of ${findings.length} findings`,
        ...differ.map(name),
        ...open.map(name),
      ].join(' · '),
    ),
  ];
}

function of(probed: Capabilities, finding: Finding): Finding['is'] {
  switch (finding.of) {
    case 'temperature':
    case 'bias':
      return probed.logprobsAfter[finding.of];
    default:
      return probed[finding.of];
  }
}
