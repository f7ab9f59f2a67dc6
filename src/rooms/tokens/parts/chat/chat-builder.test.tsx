// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ChatMessage } from '../../../../core/tokens/chat-format.ts';
import { LanguageContext } from '../../../../ui/language.tsx';
import { ChatBuilder } from './chat-builder.tsx';
import { chatExhibits } from './exhibits.ts';

afterEach(cleanup);

const show = (name: string, onMessages = vi.fn()) => {
  const shown = render(<ChatBuilder {...chatExhibits[name]!} onMessages={onMessages} />);
  return { ...shown, onMessages };
};
const message = (place: number) => screen.getByRole('group', { name: `Message ${place}` });
const told = (onMessages: ReturnType<typeof vi.fn>) => onMessages.mock.lastCall?.[0] as ChatMessage[];

/** Keeps its messages itself, as the room does. */
function Kept({ name }: { readonly name: string }) {
  const [messages, setMessages] = useState(chatExhibits[name]!.messages);
  return <ChatBuilder {...chatExhibits[name]!} messages={messages} onMessages={setMessages} />;
}

test.each(Object.keys(chatExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  expect(container.textContent).not.toMatch(/[ぁ-ん]/);
  expect(container.textContent).not.toBe('');
  rerender(
    <LanguageContext value="ja">
      <ChatBuilder {...chatExhibits[name]!} onMessages={vi.fn()} />
    </LanguageContext>,
  );
  expect(container.textContent).toMatch(/[ぁ-ん]/);
});

test('each message tells its content, its overhead and their sum', () => {
  show('full');
  // 27 characters are 7 tokens of the stand-in; <|im_start|> system <|im_sep|> <|im_end|> are 4.
  expect(message(1).textContent).toContain('11 tokens');
  expect(message(1).textContent).toContain('content 7 + overhead 4');
  // A name costs its own token and one before it: 6.
  expect(message(2).textContent).toContain('overhead 6');
  expect(within(message(1)).getByTitle(/200264/).textContent).toBe('<|im_start|>');
});

test('the total is all messages and the answer’s beginning', () => {
  const { container } = show('one message');
  expect(screen.getByRole('status', { name: 'Total' }).textContent).toBe('7 tokens');
  expect(container.textContent).toContain('content 0, overhead 7 (100 %)');
  cleanup();
  show('empty');
  expect(screen.getByRole('status', { name: 'Total' }).textContent).toBe('3 tokens');
});

test('the chat can be read as the one text that it becomes', () => {
  const { container } = show('one message');
  const details = container.querySelector('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(screen.getByRole('region', { name: 'What the model reads' }).textContent).toBe(
    '<|im_start|>user<|im_sep|><|im_end|><|im_start|>assistant<|im_sep|>',
  );
});

test('role, name and content are told with every change; a name that is taken away is gone', () => {
  const { onMessages } = show('full');
  const [role, name, content] = ['Role', 'Name', 'Content'].map((label) =>
    within(message(2)).getByLabelText(label),
  );
  fireEvent.change(role!, { target: { value: 'developer' } });
  expect(told(onMessages)[1]).toMatchObject({ role: 'developer', name: 'ada' });
  fireEvent.change(name!, { target: { value: '' } });
  expect(told(onMessages)[1]).toEqual({ role: 'user', content: 'Why is a token not a word?' });
  fireEvent.change(content!, { target: { value: 'Why?' } });
  expect(told(onMessages)[1]).toEqual({ role: 'user', name: 'ada', content: 'Why?' });
});

test('messages are added, moved and removed, and the focus goes with them', () => {
  render(<Kept name="full" />);
  const contents = () => screen.getAllByLabelText<HTMLTextAreaElement>('Content').map(({ value }) => value);
  const [first, second, third, fourth] = contents();
  const press = (place: number, name: string) => {
    const button = within(message(place)).getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
  };
  press(1, 'Move down');
  expect(contents()).toEqual([second, first, third, fourth]);
  expect(document.activeElement).toBe(within(message(2)).getByRole('button', { name: 'Move down' }));
  press(2, 'Move up');
  press(1, 'Move up');
  expect(contents()).toEqual([first, second, third, fourth]);
  press(4, 'Remove');
  expect(contents()).toEqual([first, second, third]);
  expect(document.activeElement).toBe(within(message(3)).getByRole('button', { name: 'Remove' }));
  fireEvent.click(screen.getByRole('button', { name: 'Add a message' }));
  // After the assistant's turn comes the user's.
  expect(within(message(4)).getByRole<HTMLSelectElement>('combobox', { name: 'Role' }).value).toBe('user');
  expect(document.activeElement).toBe(within(message(4)).getByLabelText('Content'));
});

test('a message that changed since the count is being counted; the others keep theirs', () => {
  show('counting');
  expect(message(2).textContent).toContain('counting…');
  expect(message(1).textContent).toContain('content 7 + overhead 4');
});
