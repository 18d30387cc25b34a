import type { Sentence } from '../../../labs/resolve/wording/pieces.ts';
import type { Answer } from '../../hosts/explain-answer.ts';
import { word, type Words } from '../lab/words.ts';

/** The words of a sentence alone. */
export const plainText = (sentence: Sentence): string =>
  sentence.map((piece) => (piece.kind === 'text' ? piece.text : `\`${piece.text}\``)).join('');

/** An answer as text, to be taken along. */
export function answerToText(answer: Answer, words: Words): string {
  const { text, python, platform } = answer.question;
  const asked = [text.trimEnd(), `Python ${python}, ${platform}`];
  return [...asked, ...told(answer, words)].filter((part) => part !== '').join('\n\n') + '\n';
}

function told(answer: Answer, words: Words): readonly string[] {
  switch (answer.kind) {
    case 'solved':
      return [
        word(words, 'explain.solved', { n: String(answer.pins.length) }),
        answer.pins.map(({ name, version }) => `${name}==${version}`).join('\n'),
      ];
    case 'failed': {
      const fixes = answer.fixes?.fixes.map(
        ({ sentence }, i) => `${i + 1}. ${plainText(sentence)}`,
      );
      return [
        answer.sentence ? plainText(answer.sentence) : '',
        answer.argument.map(plainText).join('\n'),
        fixes && fixes.length > 0 ? [word(words, 'explain.fixes'), ...fixes].join('\n') : '',
        answer.message,
      ];
    }
    case 'output':
      return answer.sentences.map(plainText);
    case 'faulty':
      return answer.faults.map(({ message }) => message);
    case 'too-many':
      return [word(words, 'explain.tooMany', { n: String(answer.most) })];
    case 'empty':
    case 'nothing-known':
    case 'nothing-asked':
    case 'environment':
      return [];
  }
}
