import { isLower, isUpper } from './characters';
import { hasBit, type Folding } from './folding';

/** How many capital and small letters a stretch of text has; letters without case count as neither. */
export interface CaseCounts {
  readonly upper: number;
  readonly lower: number;
}

/** Counts the letters of a stretch by case. Linear. */
export function countCase(text: string, start: number, end: number, folding: Folding): CaseCounts {
  let upper = 0;
  let lower = 0;
  for (let index = start; index < end; index++) {
    if (isCapitalAt(text, index, folding)) upper++;
    else if (isSmallAt(text, index, folding)) lower++;
  }
  return { upper, lower };
}

/** Whether a capital (or title-case) letter stands at an offset. */
export function isCapitalAt(text: string, index: number, folding: Folding): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  return isHighSurrogate(unit) ? isUpper(text.slice(index, index + 2)) : hasBit(folding.upper, unit);
}

function isSmallAt(text: string, index: number, folding: Folding): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  return isHighSurrogate(unit) ? isLower(text.slice(index, index + 2)) : hasBit(folding.lower, unit);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
