{
  description = "factdesk: a fact-check workbench for the terminal";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      each = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
    in
    {
      packages = each (pkgs: {
        default = pkgs.rustPlatform.buildRustPackage {
          pname = "factdesk";
          version = (fromTOML (builtins.readFile ./Cargo.toml)).package.version;
          src = self;
          cargoLock.lockFile = ./Cargo.lock;
          nativeBuildInputs = [ pkgs.installShellFiles ];
          FACTDESK_COMMIT = self.shortRev or "";
          # The tests want a terminal and a home; CI runs them.
          doCheck = false;
          postInstall = ''
            $out/bin/factdesk man >factdesk.1
            installManPage factdesk.1
            for shell in bash zsh fish; do
              $out/bin/factdesk completions $shell >factdesk.$shell
            done
            installShellCompletion --cmd factdesk --bash factdesk.bash --zsh factdesk.zsh --fish factdesk.fish
          '';
          meta = {
            description = "Fact-check workbench for the terminal";
            license = pkgs.lib.licenses.mit;
            mainProgram = "factdesk";
          };
        };
      });
    };
}
