const LONGEST_KEY = 256;

/**
 * The same answer for the same text without computing it twice.
 *
 * The resolver asks for the same few thousand texts millions of times. The map is emptied when it
 * is full, and long texts (which nobody repeats) pass by, so that its size is bounded.
 */
export function memoizeByText<Answer>(
  limit: number,
  compute: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit.answer;
    const answer = compute(text);
    if (text.length > LONGEST_KEY) return answer;
    if (known.size >= limit) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
