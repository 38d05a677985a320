// Numbers as people type them.

/**
 * The number in a text, with a comma or a point before its decimals; `undefined` where there is none.
 * One comma before three digits groups thousands, as in the questions themselves: "1,024" is a thousand and some.
 */
export function numberIn(text: string, unit = ''): number | undefined {
  const typed = text.trim();
  const bare = unit !== '' && typed.toLowerCase().endsWith(unit.toLowerCase()) ? typed.slice(0, -unit.length) : typed;
  const digits = bare.replace(/[\s_'’]/g, '').replace(/^−/, '-');
  const plain = inPoints(digits);
  return plain !== undefined && /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

function inPoints(digits: string): string | undefined {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) {
    // The last of them is the decimal one.
    const [decimal, group] = comma > point ? [',', '.'] : ['.', ','];
    return isGrouped(digits.slice(0, digits.lastIndexOf(decimal)), group) ? digits.replaceAll(group, '').replace(decimal, '.') : undefined;
  }
  for (const group of [',', '.']) {
    const parts = digits.split(group).length;
    if (parts > 2 || (group === ',' && parts === 2)) {
      if (isGrouped(digits, group)) {
        return digits.replaceAll(group, '');
      }
      return parts > 2 ? undefined : digits.replace(group, '.');
    }
  }
  return digits;
}

function isGrouped(digits: string, group: string): boolean {
  const [first = '', ...rest] = digits.replace(/^[-+]/, '').split(group);
  return rest.length > 0 && /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
}

/** As the questions write it. */
export function inDigits(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 10 });
}
