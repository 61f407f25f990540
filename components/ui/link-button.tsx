import Link from "next/link";
import type { ComponentProps } from "react";
import type { ButtonSize, ButtonVariant } from "./button";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** Goes somewhere, and looks like a button because it begins something. */
export function LinkButton({ variant = "plain", size = "normal", className, ...rest }: LinkButtonProps) {
  return (
    <Link
      {...rest}
      data-variant={variant}
      data-size={size}
      className={className ? `btn ${className}` : "btn"}
    />
  );
}
