import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { floorOptions, floorResolution, floorRules } from './floor-rules.ts';

/** Runs the floor rules over the given folders of a project that lies in `baseDir`. */
export async function cruiseFloors(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const ruleSet = { forbidden: [...floorRules] };
  const options = { ...floorOptions, baseDir, validate: true, ruleSet };
  const { output } = await cruise([...folders], options, floorResolution);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was expected');
  return output;
}
