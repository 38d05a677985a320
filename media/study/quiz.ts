// Wherever a session stands, its screen.

import type { Quiz } from '../../client/src/webviews/study/messages';
import { showCard } from './card';
import { showExam } from './exam';
import { showNothing } from './nothing';
import type { Actions, Place, Screen } from './screen';
import { showSummary } from './summary';

export function showQuiz(quiz: Quiz, place: Place, actions: Actions): Screen {
  switch (quiz.kind) {
    case 'nothing':
      return showNothing(quiz, place, actions);
    case 'summary':
      return showSummary(quiz, place, actions);
    case 'verdict':
      return showCard(quiz, place, actions);
    case 'question':
      return quiz.exam ? showExam({ ...quiz, exam: quiz.exam }, place, actions) : showCard(quiz, place, actions);
  }
}
