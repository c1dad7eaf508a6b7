/** What speaks against an item: faults first, then what somebody has to look at. */
type Props = {
  readonly faults: readonly string[];
  readonly marks: readonly { readonly mark: string; readonly why: string }[];
};

export function Findings({ faults, marks }: Props) {
  return (
    <>
      {faults.map((fault) => (
        <p key={fault} className="fault">
          {fault}
        </p>
      ))}
      {marks.map(({ mark, why }) => (
        <p key={mark} className="mark">
          <b>{mark}</b>: {why}
        </p>
      ))}
    </>
  );
}
