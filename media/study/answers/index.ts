// From the kind of a question to the form to answer it with.

import type { Shown } from '../../../client/src/webviews/study/messages';
import { choiceForm } from './choice';
import type { AnswerForm, Around } from './form';
import { matchingForm } from './matching';
import { numericForm } from './numeric';
import { orderingForm } from './ordering';
import { recallForm } from './recall';

export function answerForm(shown: Shown, around: Omit<Around, 'shown'>): AnswerForm {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return choiceForm({ ...around, shown });
    case 'ordering':
      return orderingForm({ ...around, shown });
    case 'matching':
      return matchingForm({ ...around, shown });
    case 'numeric':
      return numericForm({ ...around, shown });
    case 'recall':
      return recallForm({ ...around, shown });
  }
}
