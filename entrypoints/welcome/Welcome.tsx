import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { Brand } from '../../components/Brand';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { WELCOME } from '../../components/page-words';
import { INDEX } from '../../components/reading-words';
import { RadioGroup, type RadioOption } from '../../components/RadioGroup';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import { NEWS_SITES } from './news-sites';
import { SampleArticle } from './SampleArticle';

/** What the first-run page asks of the browser itself. */
export interface WelcomeHost {
  /** Asks for the right to read these sites, or with null every site; straight from a click. */
  readonly allow: (sites: readonly string[] | null) => Promise<boolean>;
  readonly openSettings: () => Promise<void>;
}

type Choice = keyof typeof WELCOME.choices;

const CHOICES: readonly RadioOption<Choice>[] = [
  { value: 'list', name: WELCOME.choices.list.name, hint: WELCOME.choices.list.hint(NEWS_SITES.length) },
  { value: 'all', name: WELCOME.choices.all.name, hint: WELCOME.choices.all.hint },
  { value: 'click', name: WELCOME.choices.click.name, hint: WELCOME.choices.click.hint },
];

type IndexChoice = 'off' | 'on';

const INDEX_CHOICES: readonly RadioOption<IndexChoice>[] = [
  { value: 'off', ...INDEX.off },
  { value: 'on', ...INDEX.on },
];

interface WelcomeProps {
  readonly client: Client<PanelCalls>;
  readonly host: WelcomeHost;
}

/** The first-run page: two questions with an answer already chosen, and a sample of what comes. */
export function Welcome({ client, host }: WelcomeProps): JSX.Element {
  const [choice, setChoice] = useState<Choice>('list');
  const askIndex = useCallback(() => client.getReadingIndex({}), [client]);
  const [indexed] = useAsync(askIndex);
  const [picked, setPicked] = useState<IndexChoice | null>(null);
  // Whoever comes back here sees what holds.
  const index = picked ?? (indexed.status === 'value' && indexed.value.settings.on ? 'on' : 'off');
  const [outcome, setOutcome] = useState<Choice | 'skipped' | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const finish = async (next: Choice | 'skipped', permission: Promise<boolean>): Promise<void> => {
    setFailure(null);
    const isAllowed = await permission;
    setIsRefused(!isAllowed);
    if (!isAllowed) return;
    try {
      if (next !== 'skipped') await client.changeReadingIndex({ changes: { on: index === 'on' } });
      await client.changeSettings({ changes: { welcomed: true } });
      setOutcome(next);
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const start = (): void => {
    // The browser answers only to a click: the question comes before anything is awaited.
    const permission =
      choice === 'click' ? Promise.resolve(true) : host.allow(choice === 'all' ? null : NEWS_SITES);
    void finish(choice, permission);
  };

  return (
    <main class="w">
      <header>
        <Brand sizePx={32} />
        <h1>{WELCOME.title}</h1>
        <p>{WELCOME.lead}</p>
      </header>
      <div class="ask">
        {outcome === null ? (
          <>
            <RadioGroup legend={WELCOME.question} options={CHOICES} value={choice} onChange={setChoice} />
            {choice === 'list' && (
              <details>
                <summary>{WELCOME.showList(NEWS_SITES.length)}</summary>
                <p>{NEWS_SITES.join(' · ')}</p>
              </details>
            )}
            <RadioGroup
              legend={INDEX.question}
              note={INDEX.questionNote}
              options={INDEX_CHOICES}
              value={index}
              onChange={setPicked}
            />
            <div class="btns">
              <button type="button" class="btn primary" onClick={start}>
                {WELCOME.start}
              </button>
              <button
                type="button"
                class="btn quiet"
                onClick={() => void finish('skipped', Promise.resolve(true))}
              >
                {WELCOME.skip}
              </button>
              <span class="dim">{WELCOME.later}</span>
            </div>
            <output class="warn">{isRefused ? WELCOME.refused : ''}</output>
          </>
        ) : (
          <section class="stack">
            <h2>{WELCOME.doneTitle}</h2>
            <output class="prose">
              {WELCOME.done[outcome]}
              {outcome !== 'skipped' && index === 'on' && ` ${WELCOME.doneIndex}`}
            </output>
            <p class="mid">{WELCOME.elsewhere}</p>
            <div class="btns">
              <button type="button" class="btn" onClick={() => void host.openSettings()}>
                {WELCOME.openSettings}
              </button>
              <button type="button" class="btn quiet" onClick={() => setOutcome(null)}>
                {WELCOME.change}
              </button>
            </div>
          </section>
        )}
        {failure !== null && <ErrorNotice code={failure} />}
        <p class="dim small">{WELCOME.promise}</p>
      </div>
      <SampleArticle />
    </main>
  );
}
