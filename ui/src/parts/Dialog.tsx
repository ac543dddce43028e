import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import css from "./Dialog.module.css";

type Props = {
  title: string;
  isOpen: boolean;
  /** Escape, 「閉じる」 or a press outside. Text inside must be kept by the owner: closing never discards it. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  foot?: ReactNode;
  width?: "narrow" | "middle" | "wide";
  hideTitle?: boolean;
};

/** A sheet over the screen. */
export function Dialog({ title, isOpen, onClose, children, foot, width = "narrow", hideTitle = false }: Props) {
  return (
    <ModalOverlay className={css["veil"] ?? ""} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={`${css["sheet"]} ${css[width]}`}>
        <AriaDialog className={css["dialog"] ?? ""} data-modal="">
          <header className={hideTitle ? "for-reader" : css["head"]}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!hideTitle && (
              <Button kind="quiet" dense onPress={onClose}>
                {say("shell.close")}
              </Button>
            )}
          </header>
          <div className={css["body"]}>{children}</div>
          {foot !== undefined && <footer className={css["foot"]}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
