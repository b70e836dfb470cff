class Factdesk < Formula
  desc "Fact-check workbench for the terminal"
  homepage "@URL@"
  version "@VERSION@"
  license "MIT"

  on_macos do
    on_arm do
      url "@URL@/factdesk-@VERSION@-aarch64-apple-darwin.tar.gz"
      sha256 "@SHA_MAC_ARM@"
    end
    on_intel do
      url "@URL@/factdesk-@VERSION@-x86_64-apple-darwin.tar.gz"
      sha256 "@SHA_MAC_X86@"
    end
  end
  on_linux do
    on_arm do
      url "@URL@/factdesk-@VERSION@-aarch64-unknown-linux-musl.tar.gz"
      sha256 "@SHA_LINUX_ARM@"
    end
    on_intel do
      url "@URL@/factdesk-@VERSION@-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@SHA_LINUX_X86@"
    end
  end

  def install
    bin.install "factdesk"
    man1.install "factdesk.1"
    bash_completion.install "completions/factdesk.bash" => "factdesk"
    zsh_completion.install "completions/_factdesk"
    fish_completion.install "completions/factdesk.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/factdesk --version")
  end
end
