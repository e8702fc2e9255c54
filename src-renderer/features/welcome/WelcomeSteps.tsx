import { welcomeMessages } from '#core/messages/welcome';
import { useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';

const steps = [
  { icon: 'text', title: 'write', words: 'writeText' },
  { icon: 'wand', title: 'check', words: 'checkText' },
  { icon: 'upload', title: 'export', words: 'exportText' },
] as const;

/** What one can do here, in three steps, and what never happens. */
export function WelcomeSteps() {
  const text = useText(welcomeMessages);
  return (
    <section className="how">
      <h2>{text('can')}</h2>
      <ol>
        {steps.map(({ icon, title, words }) => (
          <li key={title}>
            <i>
              <Icon name={icon} />
            </i>
            <div>
              <b>{text(title)}</b>
              <p>{text(words)}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="safe">
        <Icon name="shield" className="m-success" />
        <span>{text('safe')}</span>
      </div>
    </section>
  );
}
