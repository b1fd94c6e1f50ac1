import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Platform, readInput, runView } from '../../foundation/api/index.ts';
import { sendPaper } from '../../foundation/documents/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { INCIDENT_GRADES } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { FIGURES } from '../../response/incidents/incident.register.ts';
import { type Assessment, assessment } from './assessment.views.ts';
import { type ReviewPaper, reviewPaper } from './review.document.ts';
import { readReview } from './review.permissions.ts';
import { record } from './reviews.views.ts';

const asked = z.object({ id: idInput, format: z.enum(['docx', 'pdf']).default('docx') });

type Matter = Omit<ReviewPaper['incident'], 'casualties' | 'grade'> &
  Record<'deaths' | 'missing' | 'seriousInjuries' | 'minorInjuries' | 'trapped', number | null> & {
    grade: string | null;
  };

const PEOPLE = ['deaths', 'missing', 'seriousInjuries', 'minorInjuries', 'trapped'] as const;
const casualtiesOf = (matter: Matter) =>
  PEOPLE.map((name) => `${FIGURES[name].label.zh}${matter[name] === null ? '不详' : `${matter[name]}人`}`).join('，');

/** The report itself: bytes, so not a view; read through the views all the same, and so through their scope. */
export function reviewRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/reviews/:id/paper', { config: { may: readReview } }, async (request, reply) => {
    const given = { ...(request.query as object), ...(request.params as object) };
    const { id, format } = readInput(asked, given, reviewPaper.label) as z.output<typeof asked>;
    const viewer = request.viewer as Viewer;
    const see = async <T>(name: string, input: object): Promise<T> => {
      const view = platform.catalogue.views.get(name);
      if (!view) throw new Error(`the paper of a review needs ${name}`);
      return (await runView(platform, view, view.input.parse(input), viewer)) as T;
    };
    const review = (await runView(platform, record, { id }, viewer)) as ReviewPaper['review'];
    const matter = await see<Matter>('incidents.record', { id: review.incidentId });
    const { items } = await see<{ items: ReviewPaper['findings'] }>('reviewFindings.list', { reviewId: id });
    const paper = reviewPaper.compose({
      review,
      assessment: (await runView(platform, assessment, { id }, viewer)) as Assessment,
      incident: {
        ...matter,
        casualties: casualtiesOf(matter),
        grade: matter.grade ? labelOf(INCIDENT_GRADES, matter.grade).zh : '未定级',
      },
      findings: items,
      at: platform.clock.now(),
    });
    return sendPaper(reply, paper, format);
  });
}
