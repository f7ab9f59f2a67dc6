/** What the models' cards continue: the same for each of them, so that they can be compared. */
export const prompts = [
  'Once upon a time',
  'The king said to his daughter',
  '"What is the matter?" asked',
  'Alice looked at the',
  'In the middle of the forest',
  'She opened the door and',
  'The little boat',
  'Then the old woman',
  'It was a dark night',
  'Water is made of',
];
