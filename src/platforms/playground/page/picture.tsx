/** A picture with its alt text; in words where it lies with a platform, since the page loads nothing from elsewhere. */
type Props = { readonly url: string | undefined; readonly alt: string };

/** What the page's own policy lets it load. */
const NEAR = /^(?:data:|\/(?!\/))/;

export function Picture({ url = '', alt }: Props) {
  if (NEAR.test(url)) return <img className="picture" src={url} alt={alt} />;
  return (
    <p className="picture away" role="img" aria-label={alt}>
      {alt}
    </p>
  );
}
