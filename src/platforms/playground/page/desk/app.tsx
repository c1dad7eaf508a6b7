/** The desk: all briefings, or one of them with its source, its items and the answers that they give. */
import { useEffect, useState } from 'react';
import { type Theme, useStored } from '../state.ts';
import { type BriefingOnDesk, briefings } from './connection.ts';
import { Review } from './review.tsx';

export function Desk() {
  const [theme, setTheme] = useStored<Theme>(
    'theme',
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const [by, setBy] = useStored<string>('editor', '');
  const [known, setKnown] = useState<readonly BriefingOnDesk[]>();
  const [editor, setEditor] = useState('');
  const [problem, setProblem] = useState('');
  const id = /^\/desk\/([a-z0-9-]+)$/.exec(location.pathname)?.[1];

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    void briefings().then((told) => {
      if ('kind' in told) return setProblem(told.why);
      setKnown(told.briefings);
      setEditor(told.editor);
    });
  }, []);

  const isThere = known?.some((one) => one.id === id);
  if (id !== undefined && isThere)
    return <Review id={id} by={by} editor={editor} setBy={setBy} theme={theme} setTheme={setTheme} />;
  return (
    <div className={`page ${theme}`}>
      <header className="top">
        <h1>
          Attaché <span>desk</span>
        </h1>
      </header>
      <main className="desk-list">
        {id !== undefined && isThere === false && <p>There is no briefing “{id}”.</p>}
        {known && (
          <>
            <h2>Briefings</h2>
            <ul>
              {known.map((one) => (
                <li key={one.id}>
                  <a href={`/desk/${one.id}`}>{one.title}</a> <span className="soft">{one.id}</span>
                </li>
              ))}
            </ul>
            <p>
              A new one: <code>npm run draft -- FILE --id ID --source-rights own</code>, then reload this
              page.
            </p>
          </>
        )}
        <p role="alert" className="problem">
          {problem}
        </p>
      </main>
    </div>
  );
}
